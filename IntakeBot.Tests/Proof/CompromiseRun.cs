using System.Buffers.Text;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Phone;
using IntakeBot.Tests.Journeys;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Proof;

/// <summary>Some people on the real host, and then every way to open what is stored, tried with what a thief would have. The same each time.</summary>
internal sealed class CompromiseRun(TestHotline hotline)
{
    /// <summary>What she presses until two of her answers are stored.</summary>
    public static readonly string[] Begun = [.. Walks.Gate, "Not now", "Me and my child"];

    private const int FurtherSteps = 64;
    private const int LocatorAt = 4;
    private const int KeyAt = 20;
    private const int MacAt = 36;

    private readonly SortedDictionary<(string Press, int Rows, int Bytes), int> _writes = [];
    private readonly HashSet<(Locator Locator, StepKey Key)> _buttons = [];

    /// <summary>What was pressed, rows written, their bytes, and how many presses did so.</summary>
    public IReadOnlyDictionary<(string Press, int Rows, int Bytes), int> Writes => _writes;

    public static ServerKey Server() => new([.. Enumerable.Repeat((byte)7, ServerKey.Size)]);

    /// <summary>Two are in the middle of it, one hid, one erased, one has consented only, one is done and has her number.</summary>
    public async Task LiveAsync()
    {
        foreach (var further in new string[][] { ["18 or more"], ["18 or more", "Back"], ["Hide"], ["Erase", "Erase everything"] })
        {
            await WalkAsync([.. Begun, .. further]);
        }

        await WalkAsync(Walks.Gate);
        var last = await WalkAsync(Begun);
        while (last.Screen[^1].HasButton("Skip"))
        {
            await PressAsync(last, "Skip");
        }

        await PressAsync(last, "Done");
        var code = last.Screen[^1].Text.Split('\n').Single(line => line.Count(char.IsAsciiDigit) == ReceiptCode.Length);
        await PressAsync(last, code[^4..], "the last group of her number");
    }

    public IReadOnlyList<T> Rows<T>(RowKind kind)
        where T : SealedRow => [.. hotline.Store.Manifest(kind, null, int.MaxValue).Select(e => hotline.Store.Find<T>(e.Place)!)];

    /// <summary>How many of these rows some button's data leads to, and opens the state of, with this server key.</summary>
    public int StatesOpened(IReadOnlyList<HotRow> rows, ServerKey server) => rows.Count(row => Open(row, server) is not null);

    /// <summary>How many slots of these rows open with the keys that the states opened so hold.</summary>
    public int SlotsOpened(IReadOnlyList<HotRow> rows, ServerKey server)
    {
        var opened = 0;
        foreach (var row in rows)
        {
            using var blob = Open(row, server);
            opened += blob is null ? 0 : Slot.All.Count(slot => SlotBox.Open(BoxOf(row, blob, slot), slot, blob.IntakeId, blob.NextKey(slot)) is not null);
        }

        return opened;
    }

    public async Task<PhonePerson> WalkAsync(IEnumerable<string> labels)
    {
        var person = hotline.World.Join("Test");
        _ = person.Start();
        foreach (var label in labels)
        {
            await PressAsync(person, label);
        }

        return person;
    }

    private static ReadOnlySpan<byte> BoxOf(HotRow row, Blob blob, Slot slot) =>
        slot == Slot.Note ? row.Note : row.Slots.AsSpan(blob.Positions[slot.Number] * Format.SlotSize, Format.SlotSize);

    private Blob? Open(HotRow row, ServerKey server) => _buttons
        .Where(b => server.DoorOf(b.Locator) == row.Door)
        .Select(b => new IntakeSealer(server).Open(row, b.Key, FurtherSteps, out _))
        .FirstOrDefault(blob => blob is not null);

    private async Task PressAsync(PhonePerson person, string label, string? called = null)
    {
        var before = await person.SeeAsync(label);
        Hear(before);
        var rows = Versions();
        _ = person.Press(label);
        _ = await person.WaitForScreenAsync(s => person.Spinners.Count == 0 && s.Count > 0 && s[^1] != before, Taps.Patience);
        Hear(person.Screen[^1]);
        var written = Versions().Except(rows).ToList();
        var bytes = written.Sum(w => SizeOf(w.Kind, w.Place));
        var key = (called ?? label, written.Count, bytes);
        _writes[key] = _writes.GetValueOrDefault(key) + 1;
    }

    private int SizeOf(RowKind kind, Place place) => kind switch
    {
        RowKind.Hot => hotline.Store.Find<HotRow>(place)!.EncodedSize(),
        RowKind.Cold => hotline.Store.Find<ColdRow>(place)!.EncodedSize(),
        RowKind.Mailbox => hotline.Store.Find<Mailbox>(place)!.EncodedSize(),
        _ => hotline.Store.Find<Tombstone>(place)!.EncodedSize(),
    };

    private HashSet<(RowKind Kind, Place Place, RowVersion Version)> Versions() =>
        [.. RowDocument.Kinds.SelectMany(kind => hotline.Store.Manifest(kind, null, int.MaxValue).Select(e => (kind, e.Place, e.Version)))];

    private void Hear(PhoneMessage message)
    {
        foreach (var bytes in message.Buttons.Select(b => b.Data).OfType<string>().Select(d => Base64Url.DecodeFromChars(d)))
        {
            _ = _buttons.Add((Locator.Read(bytes.AsSpan(LocatorAt, KeyAt - LocatorAt)), StepKey.Read(bytes.AsSpan(KeyAt, MacAt - KeyAt))));
        }
    }
}
