using CsCheck;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Storage;

namespace IntakeBot.Tests.Reading;

/// <summary>Whatever comes and goes in whatever order, the cache holds what a dictionary would; a cut file gives rows that once were, never others.</summary>
public sealed class RowCacheLawTests
{
    private sealed record Step(int At, int Act, int Cut);

    private static readonly Place[] Places = [.. Enumerable.Range(1, 5).Select(i => new Place((UInt128)i << 100))];

    private static readonly Gen<Step[]> Histories =
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 11], Gen.Int[0, 20_000], (at, act, cut) => new Step(at, act, cut)).Array[1, 25];

    [Fact]
    public void The_cache_is_a_dictionary_that_survives() => Histories.Sample(
        history =>
        {
            using var folder = new CacheFolder();
            var cache = folder.Open();
            var model = new Dictionary<RowName, SealedRow>();
            var ever = new HashSet<RowVersion>();
            foreach (var step in history)
            {
                switch (step.Act)
                {
                    case 10:
                        cache.Dispose();
                        cache = folder.Open();
                        break;
                    case 11:
                        cache = Cut(cache, folder, step.Cut, model, ever);
                        break;
                    default:
                        Apply(cache, step, model, ever);
                        break;
                }

                Compare(model, cache);
            }

            cache.Dispose();
            using var again = folder.Open();
            Compare(model, again);
        },
        iter: 60,
        threads: 1);

    private static void Apply(RowCache cache, Step step, Dictionary<RowName, SealedRow> model, HashSet<RowVersion> ever)
    {
        var place = Places[step.At];
        if (step.Act is 8 or 9)
        {
            RowName name = new(step.Act == 8 ? RowKind.Hot : RowKind.Tombstone, place);
            _ = model.Remove(name);
            cache.Apply([], [name]);
            return;
        }

        SealedRow row = step.Act switch { 0 => Tombstone.Of(place, new(20_700)), 1 or 2 => StoreCase.Cold(place), _ => StoreCase.Hot(place) };
        _ = ever.Add(row.Version);
        cache.Apply([row], []);
        if (row is Tombstone && !model.ContainsKey(RowName.Of(row)))
        {
            _ = model.Remove(new(RowKind.Cold, place));
            _ = model.Remove(new(RowKind.Hot, place));
            model[RowName.Of(row)] = row;
        }
        else if (!model.ContainsKey(new(RowKind.Tombstone, place)))
        {
            model[RowName.Of(row)] = row;
        }
    }

    /// <summary>What is left is the model from then on: some of what was, in versions that once were.</summary>
    private static RowCache Cut(RowCache cache, CacheFolder folder, int cut, Dictionary<RowName, SealedRow> model, HashSet<RowVersion> ever)
    {
        cache.Dispose();
        using (var file = File.OpenWrite(folder.File))
        {
            file.SetLength(Math.Max(0, file.Length - cut));
        }

        var left = folder.Open();
        var before = new Dictionary<RowName, SealedRow>(model);
        model.Clear();
        foreach (var kind in RoundShape.Kinds)
        {
            foreach (var row in left.Places(kind).Select(p => left.Find<SealedRow>(kind, p)!))
            {
                Assert.True(before.ContainsKey(RowName.Of(row)), "Nothing comes back.");
                Assert.Contains(row.Version, ever);
                model[RowName.Of(row)] = row;
            }
        }

        return left;
    }

    private static void Compare(Dictionary<RowName, SealedRow> model, RowCache cache)
    {
        foreach (var kind in RoundShape.Kinds)
        {
            Assert.Equal(model.Keys.Where(n => n.Kind == kind).Select(n => n.Place).OrderBy(p => p.Value), cache.Places(kind));
        }

        foreach (var (name, row) in model)
        {
            Assert.Equal(row.Encode(), cache.Find<SealedRow>(name.Kind, name.Place)?.Encode());
        }
    }
}
