using System.Reflection;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing;

/// <summary>One intake from consent on: both rows, the key that opens its state, and a member who can open it.</summary>
internal sealed class RowCase : IDisposable
{
    public const byte StaffPlace = 2;

    public static readonly Day Today = new(20_780);

    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic;

    private readonly IntakeSealer _sealer;

    public RowCase(byte server = 7, int places = 4)
    {
        Server = new(Enumerable.Repeat(server, ServerKey.Size).ToArray());
        _sealer = new(Server);
        FirstKey = Key = StepKey.Draw();
        var keys = new RecipientKey?[places];
        keys[StaffPlace] = Staff.Public;
        (Cold, Hot) = _sealer.Begin(Locator, Key, new(11, 3, keys), Walk, Heading, Today);
    }

    public ServerKey Server { get; }

    public EpochSecret Staff { get; } = EpochSecret.Draw();

    public Locator Locator { get; } = Locator.Draw(Today);

    public StepKey FirstKey { get; }

    /// <summary>Opens the blob of <see cref="Hot"/>.</summary>
    public StepKey Key { get; private set; }

    public Walk Walk { get; private set; } = new()
    {
        Form = 1,
        Language = 9,
        Stage = Stage.Asking,
        Commits = 1,
        ToAsk = 0x0000_FFFE,
        Flags = 0x8000_0001,
        Toggles = 0x0102,
    };

    public Heading Heading { get; } = new()
    {
        QuestionnaireHash = Bytes(Heading.HashSize, 100),
        RosterSerial = 3,
        Language = 9,
        Day = Today.Number,
        Burst = 2,
    };

    public ColdRow Cold { get; }

    public HotRow Hot { get; private set; }

    /// <summary>start, start + 1, and so on.</summary>
    public static byte[] Bytes(int count, int start = 0) => [.. Enumerable.Range(start, count).Select(i => (byte)(i % 256))];

    public static byte[] Sixteen(UInt128 value) => Core.Sealing.Sixteen.ToArray(value);

    public static byte[] Flipped(byte[] bytes, int at, byte mask = 1)
    {
        byte[] copy = [.. bytes];
        copy[at] ^= mask;
        return copy;
    }

    public static HotRow With(HotRow row, byte[]? blob = null, byte[]? slots = null, byte[]? note = null, Place? place = null) => new()
    {
        Place = place ?? row.Place,
        Version = row.Version,
        Expires = row.Expires,
        Door = row.Door,
        Blob = blob ?? row.Blob,
        Slots = slots ?? row.Slots,
        Note = note ?? row.Note,
    };

    public static ColdRow With(ColdRow row, byte[]? stanzas = null, Place? place = null) => new()
    {
        Place = place ?? row.Place,
        Version = row.Version,
        Expires = row.Expires,
        Epoch = row.Epoch,
        RemoveHash = row.RemoveHash,
        ExtendHash = row.ExtendHash,
        Stanzas = stanzas ?? row.Stanzas,
    };

    /// <summary>The opened bytes of a blob, which nothing but tests may see.</summary>
    public static byte[] Plaintext(Blob blob) => Buffer(Field(blob, "_bytes")).Array!;

    /// <summary>A secret's own buffer, which is still there when it was zeroed.</summary>
    public static ArraySegment<byte> Buffer(object secret) => new((byte[])Field(secret, "_bytes"), (int)Field(secret, "_at"), (int)Field(secret, "_size"));

    public Blob Open() => _sealer.Open(Hot, Key, 0, out _) ?? throw new InvalidOperationException("The newest key opens the state.");

    /// <summary>One press that seals these payloads; into S00, which takes nothing else, the heading.</summary>
    public void Press(params SlotWrite[] payloads)
    {
        using var blob = Open();
        SlotWrite[] writes = [.. payloads.Select(w => w.Slot == Slot.Heading && Heading.Decode(w.Payload.Span) is null ? new(w.Slot, Heading.Encode()) : w)];
        var walk = Walk with { Commits = (ushort)(Walk.Commits + 1) };
        Hot = _sealer.Commit(Hot, blob, walk, writes, Key.Next());
        (Walk, Key) = (walk, Key.Next());
    }

    public void Finish(params SlotWrite[] writes)
    {
        using var blob = Open();
        Hot = IntakeSealer.Finish(Hot, blob, writes);
    }

    public Seed Seed()
    {
        var stanza = Cold.Stanzas.AsSpan(StaffPlace * Format.StanzaSize, Format.StanzaSize);
        return Stanza.Open(stanza, Staff, Cold.Place, StaffPlace) ?? throw new InvalidOperationException("The member's own stanza opens.");
    }

    public byte[] Positions()
    {
        using var seed = Seed();
        var positions = new byte[Format.SlotCount];
        seed.Positions(positions);
        return positions;
    }

    public IReadOnlyDictionary<Slot, byte[]?> Slots() => Slots(Hot);

    public IReadOnlyDictionary<Slot, byte[]?> Slots(HotRow hot) =>
        Assert.IsType<Opening.Opened>(IntakeOpener.Open(Cold, hot, Staff, StaffPlace)).Slots;

    public void Dispose()
    {
        Server.Dispose();
        Staff.Dispose();
    }

    private static object Field(object of, string name) => of.GetType().GetField(name, Hidden)!.GetValue(of)!;
}
