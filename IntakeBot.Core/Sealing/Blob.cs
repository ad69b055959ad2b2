using System.Buffers.Binary;
using System.Security.Cryptography;
using IntakeBot.Core.Intakes;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// The state of one open conversation, opened: 896 bytes in one pinned buffer that is zeroed at the end. Laid out as in
/// docs/seal-format.md, "Blob". It holds no answers and no history.
/// </summary>
public sealed class Blob : IDisposable
{
    /// <summary>Changes of one slot after which a conversation goes to its end screen.</summary>
    public const int MaxChanges = 64;

    /// <summary>Commits after which a conversation goes to its end screen.</summary>
    public const int MaxCommits = 1000;

    private const int Size = Format.BlobSize - Aead.Overhead;
    private const int SlotKeys = Format.SlotCount + 1;
    private const int HeadingAt = 16;
    private const int IntakeIdAt = 44;
    private const int AfterAt = 76;
    private const int PositionsAt = 108;
    private const int ChangesAt = 128;
    private const int WayBackAt = 149;
    private const int WayBackSize = 2 * Sixteen.Size;
    private const int CodeAt = 181;
    private const int CodeSize = ReceiptCode.Size;
    private const int KeysAt = 192;
    private const int MailboxAt = KeysAt + (SlotKeys * Hash.Size);
    private const int EndAt = MailboxAt + Sixteen.Size;
    private const byte NoCode = 0xFF;
    private const int ZeroAt = CodeAt + CodeSize;
    private const byte MaxLanguage = 15;

    private static readonly PinnedBuffers Spare = new(Size);

    private readonly SecretBytes _bytes = new(Spare);

    private Blob()
    {
    }

    public Walk Walk
    {
        get => new()
        {
            Form = _bytes.Span[1],
            Language = _bytes.Span[2],
            Stage = (Stage)_bytes.Span[3],
            Commits = BinaryPrimitives.ReadUInt16BigEndian(_bytes.Span[4..]),
            Toggles = BinaryPrimitives.ReadUInt16BigEndian(_bytes.Span[6..]),
            ToAsk = BinaryPrimitives.ReadUInt32BigEndian(_bytes.Span[8..]),
            Flags = BinaryPrimitives.ReadUInt32BigEndian(_bytes.Span[12..]),
        };
        internal set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value.Language, MaxLanguage);
            ArgumentOutOfRangeException.ThrowIfNegative((int)value.Stage);
            ArgumentOutOfRangeException.ThrowIfGreaterThan((int)value.Stage, (int)Stage.Code);
            var bytes = _bytes.Span;
            bytes[0] = Format.Version;
            bytes[1] = value.Form;
            bytes[2] = value.Language;
            bytes[3] = (byte)value.Stage;
            BinaryPrimitives.WriteUInt16BigEndian(bytes[4..], value.Commits);
            BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], value.Toggles);
            BinaryPrimitives.WriteUInt32BigEndian(bytes[8..], value.ToAsk);
            BinaryPrimitives.WriteUInt32BigEndian(bytes[12..], value.Flags);
        }
    }

    /// <summary>What S00 holds, so that it can be sealed again after a change of language.</summary>
    public Heading Heading
    {
        get => Heading.Decode(_bytes.Span.Slice(HeadingAt, Heading.Size)) ?? throw new InvalidOperationException("Checked when opened.");
        internal set => value.Encode().CopyTo(_bytes.Span[HeadingAt..]);
    }

    internal Span<byte> IntakeId => _bytes.Span.Slice(IntakeIdAt, Hash.Size);

    internal Span<byte> After => _bytes.Span.Slice(AfterAt, Hash.Size);

    internal Span<byte> Positions => _bytes.Span.Slice(PositionsAt, Format.SlotCount);

    /// <summary>From the commit that made it until she has it; null before and after, and for who wants none.</summary>
    public ReceiptCode? Code
    {
        get => ReceiptCode.Decode(_bytes.Span.Slice(CodeAt, CodeSize));
        internal set
        {
            var bytes = _bytes.Span.Slice(CodeAt, CodeSize);
            bytes.Fill(NoCode);
            value?.CopyTo(bytes);
        }
    }

    /// <summary>Where <see cref="Code"/>'s mailbox is: without it Argon2id would tell, which takes too long for a press.</summary>
    public Place? Mailbox
    {
        get => Code is null ? null : Place.Read(_bytes.Span.Slice(MailboxAt, Sixteen.Size));
        internal set
        {
            var bytes = _bytes.Span.Slice(MailboxAt, Sixteen.Size);
            bytes.Clear();
            value?.CopyTo(bytes);
        }
    }

    /// <summary>L and k of the conversation that was left for this one; null where there is none.</summary>
    public (Locator Locator, StepKey Key)? WayBack
    {
        get
        {
            var bytes = _bytes.Span.Slice(WayBackAt, WayBackSize);
            return bytes.ContainsAnyExcept((byte)0) ? (Locator.Read(bytes), StepKey.Read(bytes[Sixteen.Size..])) : null;
        }

        internal set
        {
            var bytes = _bytes.Span.Slice(WayBackAt, WayBackSize);
            bytes.Clear();
            value?.Locator.CopyTo(bytes);
            value?.Key.CopyTo(bytes[Sixteen.Size..]);
        }
    }

    public static Blob Begin(Walk walk, Heading heading)
    {
        var blob = new Blob { Walk = walk, Heading = heading };
        blob._bytes.Span.Slice(CodeAt, CodeSize).Fill(NoCode);
        return blob;
    }

    /// <summary>True once a slot was changed as often as it may be, or the conversation committed as often.</summary>
    public bool IsWornOut => Walk.Commits >= MaxCommits || _bytes.Span.Slice(ChangesAt, SlotKeys).ContainsAnyInRange((byte)MaxChanges, byte.MaxValue);

    public void Dispose() => _bytes.Dispose();

    public override string ToString() => nameof(Blob);

    internal Span<byte> NextKey(Slot slot) => _bytes.Span.Slice(KeysAt + (slot.Number * Hash.Size), Hash.Size);

    internal int ChangesOf(Slot slot) => _bytes.Span[ChangesAt + slot.Number];

    internal void CountChange(Slot slot)
    {
        ref var changes = ref _bytes.Span[ChangesAt + slot.Number];
        changes = changes < MaxChanges ? (byte)(changes + 1) : throw new InvalidOperationException("This slot was changed as often as it may be.");
    }

    internal byte[] Seal(Place place, ServerKey server, StepKey key)
    {
        Span<byte> boxKey = stackalloc byte[Hash.Size];
        Span<byte> associated = stackalloc byte[1 + Sixteen.Size];
        var box = new byte[Format.BlobSize];
        try
        {
            server.BlobKeyOf(boxKey, key);
            Associate(associated, place);
            Aead.Seal(box, _bytes.Span, associated, boxKey);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(boxKey);
        }

        return box;
    }

    /// <summary>Null whatever was wrong: another key or place, another step, damaged, or not as <see cref="Seal"/> writes it.</summary>
    internal static Blob? Open(HotRow row, ServerKey server, StepKey key)
    {
        Span<byte> boxKey = stackalloc byte[Hash.Size];
        Span<byte> associated = stackalloc byte[1 + Sixteen.Size];
        Span<byte> bytes = stackalloc byte[Size];
        try
        {
            server.BlobKeyOf(boxKey, key);
            Associate(associated, row.Place);
            return Aead.TryOpen(bytes, row.Blob, associated, boxKey) ? Read(bytes) : null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(boxKey);
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>Only what opened gets a buffer of its own: a late press tries many keys.</summary>
    private static Blob? Read(ReadOnlySpan<byte> bytes)
    {
        var blob = new Blob();
        bytes.CopyTo(blob._bytes.Span);
        if (blob.IsWellFormed())
        {
            return blob;
        }

        blob.Dispose();
        return null;
    }

    /// <summary>Both or neither: a locator without its key leads nowhere.</summary>
    private static bool IsWayBack(ReadOnlySpan<byte> locator, ReadOnlySpan<byte> key) =>
        locator.ContainsAnyExcept((byte)0) == key.ContainsAnyExcept((byte)0);

    private static void Associate(Span<byte> associated, Place place)
    {
        associated[0] = Format.Version;
        place.CopyTo(associated[1..]);
    }

    private bool IsWellFormed()
    {
        var seen = 0;
        foreach (var position in Positions)
        {
            seen |= position < Format.SlotCount ? 1 << position : 0;
        }

        var bytes = _bytes.Span;
        return bytes[0] == Format.Version
            && bytes[2] <= MaxLanguage
            && bytes[3] <= (byte)Stage.Code
            && Heading.Decode(bytes.Slice(HeadingAt, Heading.Size)) is not null
            && seen == (1 << Format.SlotCount) - 1
            && !bytes.Slice(ChangesAt, SlotKeys).ContainsAnyInRange((byte)(MaxChanges + 1), byte.MaxValue)
            && IsWayBack(bytes.Slice(WayBackAt, Sixteen.Size), bytes.Slice(WayBackAt + Sixteen.Size, Sixteen.Size))
            && (bytes[3] != (byte)Stage.Code || Code is not null)
            && (Code is not null || !bytes.Slice(MailboxAt, Sixteen.Size).ContainsAnyExcept((byte)0))
            && (Code is not null || !bytes.Slice(CodeAt, CodeSize).ContainsAnyExcept(NoCode))
            && bytes[ZeroAt] == 0
            && !bytes[EndAt..].ContainsAnyExcept((byte)0);
    }
}
