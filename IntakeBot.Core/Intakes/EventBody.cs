using System.Buffers.Binary;

namespace IntakeBot.Core.Intakes;

/// <summary>What a case event says. Encoded as kind 1 and the bytes that the table of docs/seal-format.md names.</summary>
public abstract partial record EventBody
{
    /// <summary>Bytes beside the kind that fit into an event, whatever its kind.</summary>
    public const int MaxBytes = 2340;

    /// <summary>Bytes of UTF-8 of a note.</summary>
    public const int MaxNoteBytes = 1000;

    /// <summary>Bytes of UTF-8 of a tag.</summary>
    public const int MaxTagBytes = 48;

    /// <summary>Bytes of UTF-8 of a partner organisation's name.</summary>
    public const int MaxPartnerBytes = 100;

    /// <summary>Bytes of a draft of a reply.</summary>
    public const int DraftSize = 2267;

    private const byte Nobody = 0xFF;
    private const int NameSize = sizeof(ulong);

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
        (7, _) when EventText.Read(bytes) is { } text && Noted.Of(text) is { } note => note,
        (8, > 1) when bytes[0] is 0 or 1 && EventText.Read(bytes[1..]) is { } text && Tagged.Of(text, bytes[0] == 1) is { } tag => tag,
        (9, 2) => new FollowUp(BinaryPrimitives.ReadUInt16BigEndian(bytes)),
        (10, 16) => new Merged(BinaryPrimitives.ReadUInt128BigEndian(bytes)),
        (11, _) when EventText.Read(bytes) is { } text && Referred.Of(text) is { } referred => referred,
        (12, 1) when Enum.IsDefined((TakenHow)bytes[0]) => new TakenOut((TakenHow)bytes[0]),
        _ => new Unknown(kind, bytes.ToArray()),
    };

    private static byte[] EncodeName(ulong name)
    {
        var bytes = new byte[NameSize];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, name);
        return bytes;
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
