using System.Buffers.Binary;

namespace IntakeBot.Core.Intakes;

/// <summary>What a memo says. Encoded as kind 1 and the bytes that the table of docs/seal-format.md names.</summary>
public abstract record MemoBody
{
    /// <summary>Bytes beside the kind that fit into a memo, whatever its kind.</summary>
    public const int MaxBytes = 1407;

    /// <summary>Bytes of UTF-8 of a shift note.</summary>
    public const int MaxNoteBytes = 1200;

    private MemoBody()
    {
    }

    public abstract byte Kind { get; }

    public sealed override string ToString() => nameof(MemoBody);

    internal abstract byte[] Encode();

    /// <summary>Never null: what this program cannot read is kept as it is.</summary>
    internal static MemoBody Decode(byte kind, ReadOnlySpan<byte> bytes) => (kind, bytes.Length) switch
    {
        (1, _) when EventText.Read(bytes) is { } text && ShiftNote.Of(text) is { } note => note,
        (2, 16 + EventHash.Size + 1) when bytes[^1] != 0 => new Trace(BinaryPrimitives.ReadUInt128BigEndian(bytes), EventHash.Read(bytes[16..]), bytes[^1]),
        (3, 11) when Enum.IsDefined((SecondFor)bytes[8]) => new Asked(BinaryPrimitives.ReadUInt64BigEndian(bytes), (SecondFor)bytes[8], BinaryPrimitives.ReadUInt16BigEndian(bytes[9..])),
        (4, 9) when bytes[8] is 0 or 1 => new Agreed(BinaryPrimitives.ReadUInt64BigEndian(bytes), bytes[8] == 1),
        _ => new Unknown(kind, bytes.ToArray()),
    };

    /// <summary>What the next shift should know.</summary>
    public sealed record ShiftNote : MemoBody
    {
        private ShiftNote(string text) => Text = text;

        public string Text { get; }

        public override byte Kind => 1;

        /// <summary>Null where it is empty, too long, or no text.</summary>
        public static ShiftNote? Of(string text) => EventText.IsText(text, MaxNoteBytes) ? new(text) : null;

        internal override byte[] Encode() => EventText.Encode(Text);
    }

    /// <summary>
    /// For an auditor: its author has written a case event of that kind. <paramref name="CaseMark"/> is the same for all events of a case, and leads
    /// nobody to it.
    /// </summary>
    public sealed record Trace(UInt128 CaseMark, EventHash Event, byte EventKind) : MemoBody
    {
        /// <summary>No event's kind: the case was removed for everybody, and its events with it. The hash is zeros then.</summary>
        public const byte Removed = 255;

        public override byte Kind => 2;

        internal override byte[] Encode()
        {
            var bytes = new byte[16 + EventHash.Size + 1];
            BinaryPrimitives.WriteUInt128BigEndian(bytes, CaseMark);
            Event.CopyTo(bytes.AsSpan(16));
            bytes[^1] = EventKind;
            return bytes;
        }
    }

    /// <summary>Its author wants to do something for which a second member has to agree. <paramref name="Name"/> is drawn for it.</summary>
    public sealed record Asked(ulong Name, SecondFor What, ushort Count) : MemoBody
    {
        public SecondFor What { get; } = Enum.IsDefined(What) ? What : throw new ArgumentOutOfRangeException(nameof(What));

        public override byte Kind => 3;

        internal override byte[] Encode()
        {
            var bytes = new byte[11];
            BinaryPrimitives.WriteUInt64BigEndian(bytes, Name);
            bytes[8] = (byte)What;
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(9), Count);
            return bytes;
        }
    }

    /// <summary>The answer to what was asked under that name.</summary>
    public sealed record Agreed(ulong Name, bool Yes) : MemoBody
    {
        public override byte Kind => 4;

        internal override byte[] Encode()
        {
            var bytes = new byte[9];
            BinaryPrimitives.WriteUInt64BigEndian(bytes, Name);
            bytes[8] = Yes ? (byte)1 : (byte)0;
            return bytes;
        }
    }

    /// <summary>Written by a newer program: kept, and shown as unknown.</summary>
    public sealed record Unknown : MemoBody
    {
        internal Unknown(byte kind, ReadOnlyMemory<byte> bytes) => (Kind, Bytes) = (kind, bytes);

        public override byte Kind { get; }

        public ReadOnlyMemory<byte> Bytes { get; }

        internal override byte[] Encode() => Bytes.ToArray();
    }
}
