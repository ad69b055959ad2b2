using IntakeBot.Core.Intakes;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// What only the code opens: where her rows are, A, and the next keys of M and R1 to R3, with which she can add and erase, and read
/// nothing. 256 bytes in one buffer that is zeroed at the end; docs/seal-format.md, "Mailbox box".
/// </summary>
internal sealed class MailboxBox : IDisposable
{
    /// <summary>M, R1, R2, R3, in this order.</summary>
    public static readonly IReadOnlyList<Slot> Slots = [Slot.Mailbox, .. Slot.Reserved];

    private const int Size = Format.MailboxBoxSize - Aead.Overhead;
    private const int PlaceAt = 1;
    private const int IntakeIdAt = 17;
    private const int AfterAt = 49;
    private const int PositionsAt = 81;
    private const int ChangesAt = 85;
    private const int KeysAt = 89;
    private const int EndAt = KeysAt + (4 * Hash.Size);

    private readonly SecretBytes _bytes = new(Size);

    public MailboxBox() => _bytes.Span[0] = Format.Version;

    public Place Place
    {
        get => Place.Read(_bytes.Span[PlaceAt..]);
        private set => value.CopyTo(_bytes.Span[PlaceAt..]);
    }

    public Span<byte> IntakeId => _bytes.Span.Slice(IntakeIdAt, Hash.Size);

    public Span<byte> After => _bytes.Span.Slice(AfterAt, Hash.Size);

    /// <summary>What <paramref name="blob"/> knows of the intake at <paramref name="place"/> after everything was sealed that it still seals.</summary>
    public static MailboxBox Of(Blob blob, Place place)
    {
        var box = new MailboxBox { Place = place };
        blob.IntakeId.CopyTo(box.IntakeId);
        blob.After.CopyTo(box.After);
        foreach (var slot in Slots)
        {
            box._bytes.Span[PositionsAt + Index(slot)] = blob.Positions[slot.Number];
            box._bytes.Span[ChangesAt + Index(slot)] = (byte)blob.ChangesOf(slot);
            blob.NextKey(slot).CopyTo(box.NextKey(slot));
        }

        return box;
    }

    /// <summary>The slots of <paramref name="hot"/> with <paramref name="payload"/> in one, its key stepped; null where it was changed as often as it may be.</summary>
    public HotRow? Write(HotRow hot, Slot slot, ReadOnlySpan<byte> payload)
    {
        ref var changes = ref _bytes.Span[ChangesAt + Index(slot)];
        if (hot.Place != Place)
        {
            throw new ArgumentException("This is the row of another intake.", nameof(hot));
        }

        if (changes >= Blob.MaxChanges)
        {
            return null;
        }

        changes++;
        var slots = hot.Slots.ToArray();
        var key = NextKey(slot);
        SlotBox.Seal(slots.AsSpan(PositionOf(slot) * Format.SlotSize, Format.SlotSize), slot, payload, IntakeId, key);
        SlotBox.Step(key);
        return hot.WithSlots(slots);
    }

    public byte[] Seal(CodeKeys keys)
    {
        var box = new byte[Format.MailboxBoxSize];
        Aead.Seal(box, _bytes.Span, [Format.Version, .. keys.Tag.ToArray()], keys.Box);
        return box;
    }

    /// <summary>Null whatever was wrong: another code, damaged, or not as <see cref="Seal"/> writes it.</summary>
    public static MailboxBox? Open(ReadOnlySpan<byte> box, CodeKeys keys)
    {
        var opened = new MailboxBox();
        if (Aead.TryOpen(opened._bytes.Span, box, [Format.Version, .. keys.Tag.ToArray()], keys.Box) && opened.IsWellFormed())
        {
            return opened;
        }

        opened.Dispose();
        return null;
    }

    public MailboxBox Copy()
    {
        var copy = new MailboxBox();
        copy.Take(this);
        return copy;
    }

    public void Take(MailboxBox other) => other._bytes.Span.CopyTo(_bytes.Span);

    public int ChangesOf(Slot slot) => _bytes.Span[ChangesAt + Index(slot)];

    public int PositionOf(Slot slot) => _bytes.Span[PositionsAt + Index(slot)];

    public Span<byte> NextKey(Slot slot) => _bytes.Span.Slice(KeysAt + (Index(slot) * Hash.Size), Hash.Size);

    public void Dispose() => _bytes.Dispose();

    public override string ToString() => nameof(MailboxBox);

    private static int Index(Slot slot) => Slots.Contains(slot)
        ? slot.Number - Slot.Mailbox.Number : throw new ArgumentException("M and R1 to R3 are written by who has a code.", nameof(slot));

    private bool IsWellFormed()
    {
        var bytes = _bytes.Span;
        var positions = bytes.Slice(PositionsAt, Slots.Count);
        return bytes[0] == Format.Version
            && !positions.ContainsAnyInRange((byte)Format.SlotCount, byte.MaxValue)
            && positions.ToArray().Distinct().Count() == Slots.Count
            && !bytes.Slice(ChangesAt, Slots.Count).ContainsAnyInRange((byte)(Blob.MaxChanges + 1), byte.MaxValue)
            && !bytes[EndAt..].ContainsAnyExcept((byte)0);
    }
}
