using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Tests.Storage;

/// <summary>A copy is of one moment, however much is written while it is made.</summary>
public sealed class SnapshotTests : StoreCase
{
    [Fact]
    public async Task What_is_written_while_a_copy_is_made_is_not_in_it_and_what_goes_is()
    {
        await using var store = Open();
        var then = new Dictionary<Place, ColdRow>();
        var hots = new Dictionary<Place, HotRow>();
        for (var i = 0; i < 600; i++)
        {
            var (cold, hot) = await AddAsync(store);
            (then[cold.Place], hots[cold.Place]) = (cold, hot);
        }

        var (changed, removed, added) = (0, 0, 0);
        var now = hots.ToDictionary();
        using var slow = new Interrupted(() =>
        {
            var place = now.Keys.ElementAt((changed * 7919) % now.Count);
            switch (changed++ % 3)
            {
                case 0:
                    var next = Next(now[place]);
                    Assert.True(store.CommitAsync(Put(next, now[place].Version)).GetAwaiter().GetResult());
                    now[place] = next;
                    break;
                case 1:
                    Assert.True(store.CommitAsync(new Change().Erase(place, Today)).GetAwaiter().GetResult());
                    _ = now.Remove(place);
                    removed++;
                    break;
                default:
                    _ = AddAsync(store).GetAwaiter().GetResult();
                    added++;
                    break;
            }
        });
        var counts = store.WriteCopy(new(slow));

        Assert.True(changed > 150 && removed > 50 && added > 50, $"{changed} {removed} {added}");
        Assert.Equal(new CopyCounts(600, 600, 0, 0, 0, 0), counts);
        var copied = new List<SealedRow>();
        Assert.Equal(counts, new CopyReader(slow.Copy()).Read((_, _) => { }, copied.Add));
        Assert.All(copied.OfType<ColdRow>(), c => Assert.Equal(then[c.Place].Encode(), c.Encode()));
        Assert.All(copied.OfType<HotRow>(), h => Assert.Equal(hots[h.Place].Slots, h.Slots));
        Assert.All(copied.OfType<HotRow>(), h => Assert.False(h.Door == hots[h.Place].Door || h.Blob.SequenceEqual(hots[h.Place].Blob)));
        Assert.Equal(new CopyCounts(600 - removed + added, 600 - removed + added, 0, removed, 0, 0), store.WriteCopy(new(Stream.Null)));
    }

    [Fact]
    public async Task A_damaged_row_is_counted_and_left_out()
    {
        var (first, second) = (Hot(), Hot());
        await using (var store = Open())
        {
            Assert.True(await store.CommitAsync(Put(first).Put(second, null)));
        }

        var bytes = System.IO.File.ReadAllBytes(File("intakes.db"));
        bytes[bytes.AsSpan().IndexOf(first.Slots.AsSpan(0, 64))] ^= 1;
        System.IO.File.WriteAllBytes(File("intakes.db"), bytes);

        await using var again = Open();
        Assert.Equal(new CopyCounts(0, 1, 0, 0, 0, Damaged: 1), again.WriteCopy(new(Stream.Null)));
        var found = again.Scrub(Today);
        Assert.Equal(new ScrubLine("hot rows", 1, 1, 0), found.Kinds[1]);
        Assert.Contains($"{first.Place}: damaged, among hot rows", found.Named);
    }

    [Fact]
    public async Task A_scrub_names_halves_and_counts_what_is_over()
    {
        await using var store = Open();
        var (hot, cold, old) = (Hot(expires: Today.Plus(3)), Cold(), Cold(expires: Today.Plus(-1)));
        Assert.True(await store.CommitAsync(Put(hot).Put(cold, null).Put(old, null).Put(Hot(old.Place, expires: old.Expires), null).Put(Letters(), null)));

        var found = store.Scrub(Today);

        Assert.Equal(2, found.Over);
        Assert.Equal([$"{cold.Place}: a cold row without its hot row", $"{hot.Place}: a hot row without its cold row"], found.Named);
        Assert.Equal(2, await store.PurgeAsync(Today));
        Assert.Equal(0, store.Scrub(Today).Over);
    }

    private static async Task<(ColdRow, HotRow)> AddAsync(SealedStore store)
    {
        var cold = Cold();
        var hot = Hot(cold.Place);
        Assert.True(await store.CommitAsync(Put(cold).Put(hot, null)));
        return (cold, hot);
    }

    /// <summary>Somebody presses at every eighth write.</summary>
    private sealed class Interrupted(Action press) : MemoryStream
    {
        private int _writes;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            base.Write(buffer);
            if (++_writes % 8 == 0)
            {
                press();
            }
        }

        public MemoryStream Copy() => new(ToArray());
    }
}
