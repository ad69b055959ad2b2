using System.Buffers.Binary;
using System.Text;

namespace IntakeBot.Core.Intakes;

/// <summary>What a case event says. Encoded as kind 1 and the bytes that the table of docs/seal-format.md names.</summary>
public abstract record EventBody
{
    /// <summary>Bytes beside the kind that fit into an event, whatever its kind.</summary>
    public const int MaxBytes = 2340;

    /// <summary>Bytes of UTF-8 of a note.</summary>
    public const int MaxNoteBytes = 1000;

    /// <summary>Bytes of a draft of a reply.</summary>
    public const int DraftSize = 2267;

    private const byte Nobody = 0xFF;
    private const int NameSize = sizeof(ulong);

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private EventBody()
    {
    }

    public abstract byte Kind { get; }

    public sealed override string ToString() => nameof(EventBody);

    internal abstract byte[] Encode();

    /// <summary>Never null: what this program cannot read is kept as it is.</summary>
    internal static EventBody Decode(byte kind, ReadOnlySpan<byte> bytes) => (kind, bytes.Length) switch
    {
        (1, 0) => new Opened(),
        (2, 1) when bytes[0] is Nobody or < CaseEvent.MostAuthors => new Assigned(bytes[0] is Nobody ? null : bytes[0]),
        (3, 1) when Enum.IsDefined((CaseStatus)bytes[0]) => new StatusSet((CaseStatus)bytes[0]),
        (4, NameSize + DraftSize) => new ReplyDrafted(BinaryPrimitives.ReadUInt64BigEndian(bytes), bytes[NameSize..].ToArray()),
        (5, NameSize) => new ReplySent(BinaryPrimitives.ReadUInt64BigEndian(bytes)),
        (6, NameSize) => new ReplyWithdrawn(BinaryPrimitives.ReadUInt64BigEndian(bytes)),
        (7, _) when Noted.Decode(bytes) is { } note => note,
        _ => new Unknown(kind, bytes.ToArray()),
    };

    private static byte[] EncodeName(ulong name)
    {
        var bytes = new byte[NameSize];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, name);
        return bytes;
    }

    /// <summary>Somebody read what she said.</summary>
    public sealed record Opened : EventBody
    {
        public override byte Kind => 1;

        internal override byte[] Encode() => [];
    }

    /// <summary>Whose it is from now on, by place of the roster; null: nobody's.</summary>
    public sealed record Assigned(byte? To) : EventBody
    {
        public byte? To { get; } = To is null or < CaseEvent.MostAuthors ? To : throw new ArgumentOutOfRangeException(nameof(To), "The roster has 32 places at most.");

        public override byte Kind => 2;

        internal override byte[] Encode() => [To ?? Nobody];
    }

    public sealed record StatusSet(CaseStatus Status) : EventBody
    {
        public CaseStatus Status { get; } = Enum.IsDefined(Status) ? Status : throw new ArgumentOutOfRangeException(nameof(Status));

        public override byte Kind => 3;

        internal override byte[] Encode() => [(byte)Status];
    }

    /// <summary>A reply that waits for a second member: all that is needed to read it, check it and sign it. <paramref name="Name"/> is what it is called from then on.</summary>
    public sealed record ReplyDrafted(ulong Name, ReadOnlyMemory<byte> Draft) : EventBody
    {
        public ReadOnlyMemory<byte> Draft { get; } = Draft.Length == DraftSize
            ? Draft : throw new ArgumentException($"A draft has {DraftSize} bytes, not {Draft.Length}.", nameof(Draft));

        public override byte Kind => 4;

        internal override byte[] Encode() => [.. EncodeName(Name), .. Draft.Span];
    }

    /// <summary>The reply of that name was put into her mailbox.</summary>
    public sealed record ReplySent(ulong Name) : EventBody
    {
        public override byte Kind => 5;

        internal override byte[] Encode() => EncodeName(Name);
    }

    /// <summary>The reply of that name is not to be sent.</summary>
    public sealed record ReplyWithdrawn(ulong Name) : EventBody
    {
        public override byte Kind => 6;

        internal override byte[] Encode() => EncodeName(Name);
    }

    /// <summary>What colleagues should know.</summary>
    public sealed record Noted : EventBody
    {
        private Noted(string text) => Text = text;

        public string Text { get; }

        public override byte Kind => 7;

        /// <summary>Null where it is empty, too long, or no text: half a surrogate pair, or a control character that is no line end.</summary>
        public static Noted? Of(string text) =>
            text.EnumerateRunes().All(r => r != Rune.ReplacementChar && (!Rune.IsControl(r) || r.Value == '\n'))
            && Encoding.UTF8.GetByteCount(text) is > 0 and <= MaxNoteBytes ? new(text) : null;

        internal override byte[] Encode() => Strict.GetBytes(Text);

        internal static Noted? Decode(ReadOnlySpan<byte> bytes)
        {
            try
            {
                return Of(Strict.GetString(bytes));
            }
            catch (DecoderFallbackException)
            {
                return null;
            }
        }
    }

    /// <summary>Written by a newer program: kept, shown as unknown, and left out of what the case comes to.</summary>
    public sealed record Unknown : EventBody
    {
        internal Unknown(byte kind, ReadOnlyMemory<byte> bytes) => (Kind, Bytes) = (kind, bytes);

        public override byte Kind { get; }

        public ReadOnlyMemory<byte> Bytes { get; }

        internal override byte[] Encode() => Bytes.ToArray();
    }
}
