namespace IntakeBot.Core.Sealing;

/// <summary>The row that each press writes anew: 2780 bytes encoded, whatever was said.</summary>
public sealed class HotRow : SealedRow
{
    /// <summary>Bytes of all slots together.</summary>
    public const int SlotsSize = Format.SlotCount * Format.SlotSize;

    private const int Body = Sixteen.Size + Format.BlobSize + SlotsSize + Format.NoteSize;

    public override RowKind Kind => RowKind.Hot;

    public required Door Door { get; init; }

    /// <summary>The conversation's state, <see cref="Format.BlobSize"/> bytes; random bytes once it is over.</summary>
    public required byte[] Blob { get; init => field = Sized(value, Format.BlobSize); }

    /// <summary>The slots in their permuted positions.</summary>
    public required byte[] Slots { get; init => field = Sized(value, SlotsSize); }

    public required byte[] Note { get; init => field = Sized(value, Format.NoteSize); }

    private protected override int BodySize => Body;

    /// <summary>The same row with these slots, under a new version.</summary>
    internal HotRow WithSlots(byte[] slots) => new()
    {
        Place = Place,
        Version = RowVersion.Random(),
        Expires = Expires,
        Door = Door,
        Blob = Blob,
        Slots = slots,
        Note = Note,
    };

    /// <summary>The same row with nothing left that leads to it from a chat, under a new version.</summary>
    public HotRow Closed()
    {
        var noise = new byte[Format.BlobSize];
        System.Security.Cryptography.RandomNumberGenerator.Fill(noise);
        return new()
        {
            Place = Place,
            Version = RowVersion.Random(),
            Expires = Expires,
            Door = Door.Random(),
            Blob = noise,
            Slots = Slots,
            Note = Note,
        };
    }

    /// <summary>The same row with another last day, under a new version.</summary>
    internal HotRow EndingOn(Day last) => new()
    {
        Place = Place,
        Version = RowVersion.Random(),
        Expires = last,
        Door = Door,
        Blob = Blob,
        Slots = Slots,
        Note = Note,
    };

    internal static HotRow? ReadBody(Place place, RowVersion version, Day expires, ReadOnlySpan<byte> body) =>
        body.Length != Body ? null : new HotRow
        {
            Place = place,
            Version = version,
            Expires = expires,
            Door = Door.Read(body),
            Blob = body.Slice(Sixteen.Size, Format.BlobSize).ToArray(),
            Slots = body.Slice(Sixteen.Size + Format.BlobSize, SlotsSize).ToArray(),
            Note = body[^Format.NoteSize..].ToArray(),
        };

    private protected override void WriteBody(Span<byte> body)
    {
        Door.CopyTo(body);
        Blob.CopyTo(body[Sixteen.Size..]);
        Slots.CopyTo(body[(Sixteen.Size + Format.BlobSize)..]);
        Note.CopyTo(body[^Format.NoteSize..]);
    }

    private static byte[] Sized(byte[] value, int size) =>
        value.Length == size ? value : throw new ArgumentException($"{size} bytes are needed, not {value.Length}.", nameof(value));
}
