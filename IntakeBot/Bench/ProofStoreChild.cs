using System.Security.Cryptography;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Bench;

/// <summary>
/// The process that the store proof kills: begins, presses, removes and erases intakes, up to 16 at once, and says before
/// each what it tries and after each that it was acknowledged. Lines are "try PLACE VERSION" and "ack PLACE VERSION".
/// </summary>
internal sealed class ProofStoreChild(SealedStore store, TextWriter output)
{
    private const int MostRows = 48;
    private const int MostTogether = 16;
    private const int RemovedOfHundred = 8;
    private const int ErasedOfRemoved = 2;

    private static readonly Day Forever = new(ushort.MaxValue);
    private static readonly Day Today = new(20_700);

    private readonly List<(Place Place, RowVersion Version, Door Door)> _rows = [];

    /// <summary>Ends after so many rounds, each of up to 16 changes at once.</summary>
    public async Task RunAsync(int rounds)
    {
        foreach (var entry in store.Manifest(RowKind.Hot, after: null, limit: 4 * MostRows))
        {
            if (store.Find<HotRow>(entry.Place) is { } row)
            {
                _rows.Add((row.Place, row.Version, row.Door));
            }
        }

        for (; rounds > 0; rounds--)
        {
            var sent = Shuffled(Math.Max(MostRows, _rows.Count)).Take(RandomNumberGenerator.GetInt32(1, MostTogether + 1)).Select(Try).ToList();
            foreach (var (place, version, done) in sent)
            {
                if (!await done)
                {
                    throw new InvalidOperationException("An expected version was refused.");
                }

                await output.WriteLineAsync($"ack {place} {version}");
            }

            _ = _rows.RemoveAll(r => r.Version == ProofLedger.Absent);
        }
    }

    private static int[] Shuffled(int count)
    {
        var all = Enumerable.Range(0, count).ToArray();
        RandomNumberGenerator.Shuffle(all.AsSpan());
        return all;
    }

    private (Place Place, RowVersion Version, Task<bool> Done) Try(int at)
    {
        if (at >= _rows.Count)
        {
            var (cold, hot) = (Cold(Place.Random()), default(HotRow)!);
            hot = Hot(cold.Place, Door.Random());
            _rows.Add((hot.Place, hot.Version, hot.Door));
            return Send(hot.Place, hot.Version, new Change().Put(cold, null).Put(hot, null));
        }

        var row = _rows[at];
        if (RandomNumberGenerator.GetInt32(100) < RemovedOfHundred)
        {
            _rows[at] = row with { Version = ProofLedger.Absent };
            return Send(row.Place, ProofLedger.Absent, RandomNumberGenerator.GetInt32(ErasedOfRemoved) == 0
                ? new Change().Erase(row.Place, Today)
                : new Change().Remove(RowKind.Hot, row.Place, row.Version).Remove(RowKind.Cold, row.Place, expected: null));
        }

        var next = Hot(row.Place, row.Door);
        _rows[at] = row with { Version = next.Version };
        return Send(row.Place, next.Version, new Change().Put(next, row.Version));
    }

    private (Place Place, RowVersion Version, Task<bool> Done) Send(Place place, RowVersion version, Change change)
    {
        output.WriteLine($"try {place} {version}");
        return (place, version, store.CommitAsync(change));
    }

    private static HotRow Hot(Place place, Door door) => new()
    {
        Place = place,
        Version = RowVersion.Random(),
        Expires = Forever,
        Door = door,
        Blob = RandomNumberGenerator.GetBytes(Format.BlobSize),
        Slots = RandomNumberGenerator.GetBytes(HotRow.SlotsSize),
        Note = RandomNumberGenerator.GetBytes(Format.NoteSize),
    };

    private static ColdRow Cold(Place place) => new()
    {
        Place = place,
        Version = RowVersion.Random(),
        Expires = Forever,
        Epoch = 1,
        RemoveHash = RandomNumberGenerator.GetBytes(32),
        ExtendHash = RandomNumberGenerator.GetBytes(32),
        Stanzas = RandomNumberGenerator.GetBytes(4 * Format.StanzaSize),
    };
}
