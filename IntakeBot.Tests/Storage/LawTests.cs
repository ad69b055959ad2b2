using CsCheck;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Tests.Storage;

/// <summary>Whatever is written in whatever order, the store holds what a dictionary would hold, also after a restart.</summary>
public sealed class LawTests : StoreCase
{
    /// <summary>What one step tries at one of few places, so that they meet often.</summary>
    private sealed record Attempt(int At, RowKind Kind, int Act);

    private static readonly RowKind[] Kinds = [RowKind.Hot, RowKind.Hot, RowKind.Cold, RowKind.Mailbox, RowKind.Tombstone, RowKind.Event];

    private static readonly Mailbox[] Mailboxes = [.. Enumerable.Range(0, 6).Select(_ => Letters())];

    private static readonly Place[] Places = [.. Enumerable.Range(1, 6).Select(i => new Place((UInt128)i << 100))];

    /// <summary>Nothing else may lie at the place of a tombstone.</summary>
    private static readonly Place[] Graves = [.. Enumerable.Range(1, 6).Select(i => new Place((UInt128)i << 90))];

    private static readonly Gen<Attempt> Attempts = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5].Select(k => Kinds[k]), Gen.Int[0, 9], (at, kind, act) => new Attempt(at, kind, act));

    /// <summary>Steps; each is a group of changes sent at once, or (empty) a restart.</summary>
    private static readonly Gen<Attempt[][][]> Histories = Attempts.Array[1, 3].Array[0, 6].Array[1, 12];

    [Fact]
    public async Task The_store_is_a_dictionary_that_survives() =>
        await Histories.SampleAsync(async history =>
        {
            foreach (var file in Directory.GetFiles(Folder))
            {
                System.IO.File.Delete(file);
            }

            var model = new Dictionary<(RowKind, Place), SealedRow>();
            var store = Open();
            foreach (var step in history)
            {
                if (step.Length == 0)
                {
                    await store.DisposeAsync();
                    store = Open();
                    continue;
                }

                var tried = step.Select(attempts => Try(attempts, model)).ToList();
                Assert.Equal(tried.Select(t => t.Fits), await Task.WhenAll(tried.Select(t => store.CommitAsync(t.Change))));
            }

            Compare(model, store);
            await store.DisposeAsync();
            await using var again = Open();
            Compare(model, again);
        }, iter: 30, threads: 1);

    /// <summary>Builds the change and applies it to the model at once: the store keeps the order in which changes are sent.</summary>
    private static (Change Change, bool Fits) Try(Attempt[] attempts, Dictionary<(RowKind Kind, Place Place), SealedRow> model)
    {
        var (change, fits, next) = (new Change(), true, new List<((RowKind, Place), SealedRow?)>());
        foreach (var attempt in attempts.DistinctBy(a => (a.At, a.Kind)))
        {
            var (kind, place) = (attempt.Kind, PlaceOf(attempt));
            var held = model.GetValueOrDefault((kind, place));
            RowVersion? expected = attempt.Act switch { 0 or 1 => null, 2 => RowVersion.Random(), _ => held?.Version };
            if (attempt.Act is 8 or 9 or 1 && kind != RowKind.Tombstone)
            {
                change.Remove(kind, place, expected);
                fits &= expected is null || held?.Version == expected;
                next.Add(((kind, place), null));
                continue;
            }

            var keepDoor = attempt.Act is 3 or 4 or 5 && held is HotRow;
            SealedRow row = kind switch
            {
                RowKind.Cold => Cold(place),
                RowKind.Mailbox => Mailboxes[attempt.At].WithReply(Mailboxes[attempt.At].Replies[0].Reply, Today),
                RowKind.Tombstone => Tombstone.Of(place, Today),
                RowKind.Event => new EventRow { Place = place, Version = RowVersion.Random(), Expires = Today, Box = new byte[Format.EventBoxSize] },
                _ => Hot(place, keepDoor ? ((HotRow)held!).Door : null),
            };
            change.Put(row, expected);
            fits &= held?.Version == expected;
            next.Add(((kind, place), row));
        }

        foreach (var (at, row) in fits ? next : [])
        {
            _ = row is null ? model.Remove(at) : (model[at] = row) is not null;
        }

        return (change, fits);
    }

    private static Place PlaceOf(Attempt attempt) => attempt.Kind switch
    {
        RowKind.Mailbox => Mailboxes[attempt.At].Place,
        RowKind.Tombstone => Graves[attempt.At],
        _ => Places[attempt.At],
    };

    private static void Compare(Dictionary<(RowKind Kind, Place Place), SealedRow> model, SealedStore store)
    {
        foreach (var kind in Kinds.Distinct())
        {
            Assert.Equal(
                model.Where(m => m.Key.Kind == kind).OrderBy(m => m.Key.Place.Value).Select(m => new ManifestEntry(m.Key.Place, m.Value.Version)),
                store.Manifest(kind, after: null, limit: 100));
        }

        foreach (var row in model.Values)
        {
            Assert.Equal(row.Encode(), Find(store, row)?.Encode());
            Assert.True(row is not Mailbox mailbox || store.FindNearest(mailbox.Tag)?.Version == row.Version);
            Assert.True(row is not HotRow hot || store.FindHot(hot.Door)?.Version == row.Version);
        }
    }

    private static SealedRow? Find(SealedStore store, SealedRow row) => row switch
    {
        HotRow => store.Find<HotRow>(row.Place),
        ColdRow => store.Find<ColdRow>(row.Place),
        Mailbox => store.Find<Mailbox>(row.Place),
        EventRow => store.Find<EventRow>(row.Place),
        _ => store.Find<Tombstone>(row.Place),
    };
}
