using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>
/// One intake from a fixed seed, to be spoiled. Ada and Ben of the hotline are at places 0 and 1, place 2 is free, and Sol of
/// safeguarding has 3. Only nonces and X-Wing ciphertexts differ from run to run.
/// </summary>
internal sealed class FixedIntake : IDisposable
{
    public const int StanzasAt = 105;
    public const int SlotsAt = 988;
    public const int NoteAt = 2428;
    public const byte Ben = 1;
    public const uint Epoch = 11;

    public static readonly byte[] BensSecret = Fixed.Bytes("ben epoch 11");

    private readonly Seed _seed;
    private readonly byte[] _positions = new byte[Format.SlotCount];

    public FixedIntake(string name = "intake", int places = 4)
    {
        _seed = Seed.Take(Fixed.Bytes($"{name} seed"));
        _seed.Positions(_positions);
        _seed.IntakeId(Id);
        _seed.After(After);
        Place = Place.Read(Fixed.Bytes($"{name} place"));
        Cold = ColdOf(places);
        Hot = HotOf();
    }

    /// <summary>What each slot holds, "empty" where nothing else is said.</summary>
    public static IReadOnlyDictionary<Slot, byte[]?> Payloads { get; } = Slot.All.ToDictionary(s => s, s => s.Number switch
    {
        0 => RowCase.Bytes(20, 1).Concat<byte>([0, 0, 0, 7, 3, 0x51, 0x2C, 1]).ToArray(),
        1 => [1, 4],
        2 => [2, 0, 5],
        3 => [3],
        5 => [1, 0],
        6 => [2, 0, 0],
        7 => [2, 0xFF, 0xFF],
        8 => [1, 0xFF],
        16 => Fixed.Bytes("mailbox", 16),
        _ => (byte[]?)[0],
    });

    public byte[] Id { get; } = new byte[Hash.Size];

    public byte[] After { get; } = new byte[Hash.Size];

    public Place Place { get; }

    public byte[] Cold { get; }

    public byte[] Hot { get; }

    public static byte[] Block(byte[] payload, int size = 32)
    {
        var block = new byte[size];
        Padding.Pad(block, payload);
        return block;
    }

    public void Dispose() => _seed.Dispose();

    public int BoxAt(int slot) => slot == Slot.Note.Number ? NoteAt : SlotsAt + (_positions[slot] * Format.SlotSize);

    /// <summary>A slot's key after that many changes.</summary>
    public byte[] Key(int slot, int step = 0)
    {
        var key = new byte[Hash.Size];
        _seed.FirstSlotKey(key, Slot.All.ElementAt(slot));
        for (; step > 0; step--)
        {
            SlotBox.Step(key);
        }

        return key;
    }

    /// <summary>The hot row with another block in one slot.</summary>
    public byte[] HotWith(int slot, byte[] block, int step = 0, byte[]? associated = null, byte[]? key = null) =>
        Fixed.Rehashed(Fixed.Put(Hot, BoxAt(slot), Fixed.Box(block, associated ?? [1, .. Id, (byte)slot], key ?? Key(slot, step))));

    /// <summary>A stanza for Ben, all of whose parts can be another.</summary>
    public byte[] Stanza(byte place)
    {
        var stanza = new byte[Format.StanzaSize];
        using var secret = new EpochSecret(Fixed.Bytes(place switch { 0 => "ada epoch 11", Ben => "ben epoch 11", _ => "nobody" }));
        Core.Sealing.Stanza.Seal(stanza, _seed, secret.Public, Place, place);
        return stanza;
    }

    public byte[] SeedBytes() => _seed.Bytes.ToArray();

    private byte[] ColdOf(int places) => new ColdRow
    {
        Place = Place,
        Version = RowVersion.Read(Fixed.Bytes("cold version")),
        Expires = new(20_810),
        Epoch = Epoch,
        RemoveHash = AfterTokens.RemoveHash(AfterTokens.Remove(After)),
        ExtendHash = AfterTokens.ExtendHash(AfterTokens.Extend(After)),
        Stanzas = [.. Enumerable.Range(0, places).SelectMany(p => Stanza((byte)p))],
    }.Encode();

    private byte[] HotOf()
    {
        var hot = new HotRow
        {
            Place = Place,
            Version = RowVersion.Read(Fixed.Bytes("hot version")),
            Expires = new(20_810),
            Door = Door.Read(Fixed.Bytes("door")),
            Blob = Fixed.Bytes("blob", Format.BlobSize),
            Slots = new byte[HotRow.SlotsSize],
            Note = new byte[Format.NoteSize],
        }.Encode();
        foreach (var (slot, payload) in Payloads)
        {
            var block = Block(payload!, SlotBox.SizeOf(slot) - Aead.Overhead);
            Fixed.Box(block, [1, .. Id, slot.Number], Key(slot.Number)).CopyTo(hot, BoxAt(slot.Number));
        }

        return Fixed.Rehashed(hot);
    }
}
