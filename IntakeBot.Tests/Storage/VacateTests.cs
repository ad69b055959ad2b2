using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Tests.Storage;

/// <summary>Who has left opens nothing any more: the stanzas at their places are gone from rows and files.</summary>
public sealed class VacateTests : StoreCase
{
    [Fact]
    public async Task Nothing_of_a_stanza_that_was_taken_out_is_left_in_the_files()
    {
        await using var store = Open();
        var rows = Enumerable.Range(0, 300).Select(_ => Cold()).ToList();
        _ = await Task.WhenAll(rows.Select(r => store.CommitAsync(Put(r))));
        Assert.True(Traces(rows, 5) > 300 * 140);

        Assert.Equal(300, await store.VacateAsync([5, 7], default));

        Assert.Equal(0, Traces(rows, 5));
        Assert.Equal(0, Traces(rows, 7));
        Assert.True(Traces(rows, 6) > 300 * 140);
    }

    [Fact]
    public async Task All_else_of_the_row_is_as_it_was_and_the_version_is_new()
    {
        await using var store = Open();
        var before = Cold();
        var hot = Hot(before.Place);
        _ = await store.CommitAsync(Put(before).Put(hot, null));

        Assert.Equal(1, await store.VacateAsync([5], default));

        var after = store.Find<ColdRow>(before.Place)!;
        Assert.NotEqual(before.Version, after.Version);
        Assert.Equal((before.Expires, before.Epoch), (after.Expires, after.Epoch));
        Assert.Equal(before.RemoveHash, after.RemoveHash);
        Assert.Equal(before.ExtendHash, after.ExtendHash);
        Assert.Equal([5], Enumerable.Range(0, 8).Where(p => !StanzaOf(before, p).SequenceEqual(StanzaOf(after, p))));
        Assert.Equal(hot.Version, store.Find<HotRow>(before.Place)!.Version);
    }

    [Fact]
    public async Task A_row_without_such_a_place_is_not_written()
    {
        await using var store = Open();
        var row = Cold();
        _ = await store.CommitAsync(Put(row));

        Assert.Equal(0, await store.VacateAsync([8, 31], default));
        Assert.Equal(row.Version, store.Find<ColdRow>(row.Place)!.Version);
    }

    [Fact]
    public async Task Rows_that_somebody_else_writes_meanwhile_lose_the_stanza_all_the_same()
    {
        await using var store = Open();
        var rows = Enumerable.Range(0, 100).Select(_ => Cold()).ToList();
        _ = await Task.WhenAll(rows.Select(r => store.CommitAsync(Put(r))));

        var extending = Task.WhenAll(rows.Select(r => Task.Run(() => ExtendAsync(store, r.Place))));
        var sweeping = store.VacateAsync([5], default);
        await extending;
        _ = await sweeping;

        Assert.All(rows, r =>
        {
            var now = store.Find<ColdRow>(r.Place)!;
            Assert.Equal(Today.Plus(10), now.Expires);
            Assert.NotEqual(StanzaOf(r, 5), StanzaOf(now, 5));
            Assert.Equal(StanzaOf(r, 6), StanzaOf(now, 6));
        });
    }

    [Fact]
    public async Task A_sweep_that_is_stopped_says_so()
    {
        await using var store = Open();
        _ = await store.CommitAsync(Put(Cold()));

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.VacateAsync([5], new CancellationToken(canceled: true)));
    }

    /// <summary>Ten single days, each over the version that was read.</summary>
    private static async Task ExtendAsync(SealedStore store, Place place)
    {
        for (var days = 1; days <= 10;)
        {
            var row = store.Find<ColdRow>(place)!;
            var longer = new ColdRow
            {
                Place = place,
                Version = RowVersion.Random(),
                Expires = Today.Plus(days),
                Epoch = row.Epoch,
                RemoveHash = row.RemoveHash,
                ExtendHash = row.ExtendHash,
                Stanzas = row.Stanzas,
            };
            days += await store.CommitAsync(Put(longer, row.Version)) ? 1 : 0;
        }
    }

    private static byte[] StanzaOf(ColdRow row, int place) => row.Stanzas.AsSpan(place * Format.StanzaSize, Format.StanzaSize).ToArray();

    /// <summary>How many of the stanzas' pieces of 8 bytes stand anywhere in the folder's files.</summary>
    private int Traces(IEnumerable<ColdRow> rows, int place)
    {
        var pieces = rows.SelectMany(r => StanzaOf(r, place).Chunk(8)).Select(c => BitConverter.ToUInt64(c)).ToHashSet();
        var found = new HashSet<ulong>();
        foreach (var file in Directory.EnumerateFiles(Folder).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            for (var at = 0; at + 8 <= bytes.Length; at++)
            {
                if (BitConverter.ToUInt64(bytes, at) is var piece && pieces.Contains(piece))
                {
                    _ = found.Add(piece);
                }
            }
        }

        return found.Count;
    }
}
