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
    private const int CodeSize = 10;
    private const int KeysAt = 192;
    private const int EndAt = KeysAt + (SlotKeys * Hash.Size);
    private const byte NoCode = 0xFF;

    private readonly byte[] _bytes = GC.AllocateArray<byte>(Size, pinned: true);

    private Blob()
    {
    }

    public Walk Walk
    {
        get => new()
        {
            Form = _bytes[1],
            Language = _bytes[2],
            Stage = (Stage)_bytes[3],
            Commits = BinaryPrimitives.ReadUInt16BigEndian(_bytes.AsSpan(4)),
            Toggles = BinaryPrimitives.ReadUInt16BigEndian(_bytes.AsSpan(6)),
            ToAsk = BinaryPrimitives.ReadUInt32BigEndian(_bytes.AsSpan(8)),
            Flags = BinaryPrimitives.ReadUInt32BigEndian(_bytes.AsSpan(12)),
        };
        internal set
        {
            _bytes[0] = Format.Version;
            _bytes[1] = value.Form;
            _bytes[2] = value.Language;
            _bytes[3] = (byte)value.Stage;
            BinaryPrimitives.WriteUInt16BigEndian(_bytes.AsSpan(4), value.Commits);
            BinaryPrimitives.WriteUInt16BigEndian(_bytes.AsSpan(6), value.Toggles);
            BinaryPrimitives.WriteUInt32BigEndian(_bytes.AsSpan(8), value.ToAsk);
            BinaryPrimitives.WriteUInt32BigEndian(_bytes.AsSpan(12), value.Flags);
        }
    }

    /// <summary>What S00 holds, so that it can be sealed again after a change of language.</summary>
    public Heading Heading
    {
        get => Heading.Decode(_bytes.AsSpan(HeadingAt, Heading.Size)) ?? throw new InvalidOperationException("Checked when opened.");
        internal set => value.Encode().CopyTo(_bytes, HeadingAt);
    }

    internal Span<byte> IntakeId => _bytes.AsSpan(IntakeIdAt, Hash.Size);

    internal Span<byte> After => _bytes.AsSpan(AfterAt, Hash.Size);

    internal Span<byte> Positions => _bytes.AsSpan(PositionsAt, Format.SlotCount);

    public static Blob Begin(Walk walk, Heading heading)
    {
        var blob = new Blob { Walk = walk, Heading = heading };
        blob._bytes.AsSpan(CodeAt, CodeSize).Fill(NoCode);
        return blob;
    }

    /// <summary>True once a slot was changed as often as it may be, or the conversation committed as often.</summary>
    public bool IsWornOut => Walk.Commits >= MaxCommits || _bytes.AsSpan(ChangesAt, SlotKeys).ContainsAnyInRange((byte)MaxChanges, byte.MaxValue);

    public void Dispose() => CryptographicOperations.ZeroMemory(_bytes);

    public override string ToString() => nameof(Blob);

    internal Span<byte> NextKey(Slot slot) => _bytes.AsSpan(KeysAt + (slot.Number * Hash.Size), Hash.Size);

    internal void CountChange(Slot slot) => _bytes[ChangesAt + slot.Number]++;

    internal byte[] Seal(Place place, ServerKey server, StepKey key)
    {
        Span<byte> boxKey = stackalloc byte[Hash.Size];
        Span<byte> associated = stackalloc byte[1 + Sixteen.Size];
        server.BlobKeyOf(boxKey, key);
        Associate(associated, place);
        var box = new byte[Format.BlobSize];
        Aead.Seal(box, _bytes, associated, boxKey);
        CryptographicOperations.ZeroMemory(boxKey);
        return box;
    }

    /// <summary>Null whatever was wrong: another key or place, another step, damaged, or not as <see cref="Seal"/> writes it.</summary>
    internal static Blob? Open(HotRow row, ServerKey server, StepKey key)
    {
        Span<byte> boxKey = stackalloc byte[Hash.Size];
        Span<byte> associated = stackalloc byte[1 + Sixteen.Size];
        server.BlobKeyOf(boxKey, key);
        Associate(associated, row.Place);
        var blob = new Blob();
        var opened = Aead.TryOpen(blob._bytes, row.Blob, associated, boxKey) && blob.IsWellFormed();
        CryptographicOperations.ZeroMemory(boxKey);
        if (opened)
        {
            return blob;
        }

        blob.Dispose();
        return null;
    }

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

        return _bytes[0] == Format.Version
            && _bytes[2] <= 15
            && _bytes[3] <= (byte)Stage.Finish
            && Heading.Decode(_bytes.AsSpan(HeadingAt, Heading.Size)) is not null
            && seen == (1 << Format.SlotCount) - 1
            && !_bytes.AsSpan(WayBackAt, WayBackSize).ContainsAnyExcept((byte)0)
            && !_bytes.AsSpan(CodeAt, CodeSize).ContainsAnyExcept(NoCode)
            && _bytes[191] == 0
            && !_bytes.AsSpan(EndAt).ContainsAnyExcept((byte)0);
    }
}
