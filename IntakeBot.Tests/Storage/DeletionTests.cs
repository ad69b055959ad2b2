using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Tests.Storage;

/// <summary>Deletion means that the bytes are gone from our files, at the moment the deletion is acknowledged.</summary>
public sealed class DeletionTests : StoreCase
{
    [Fact]
    public async Task Nothing_of_a_removed_row_is_left_in_the_files()
    {
        var rows = Enumerable.Range(0, 40).Select(_ => Hot()).ToList();
        var cold = Cold();
        await using var store = Open();
        _ = await Task.WhenAll(rows.Select(r => store.CommitAsync(Put(r))));
        Assert.True(await store.CommitAsync(Put(cold)));
        Assert.True(Traces(rows[7]) > 20);
        Assert.True(Traces(cold) > 50);

        Assert.True(await store.CommitAsync(new Change()
            .Remove(RowKind.Hot, rows[7].Place, rows[7].Version).Remove(RowKind.Cold, cold.Place, expected: null)));

        Assert.Equal(0, Traces(rows[7]));
        Assert.Equal(0, Traces(cold));
        Assert.True(Traces(rows[8]) > 20);
    }

    [Fact]
    public async Task Nothing_of_an_overwritten_version_is_left_in_the_files()
    {
        await using var store = Open();
        var rows = Enumerable.Range(0, 20).Select(_ => Hot()).ToList();
        _ = await Task.WhenAll(rows.Select(r => store.CommitAsync(Put(r))));
        for (var step = 0; step < 10; step++)
        {
            var last = rows[3];
            rows[3] = Next(last);
            Assert.True(await store.CommitAsync(Put(rows[3], last.Version)));
            Assert.Equal(0, Traces(last, skipDoorAndPlace: true));
        }

        var open = rows[3];
        var over = Hot(open.Place);
        Assert.True(await store.CommitAsync(Put(over, open.Version)));
        Assert.Equal(0, Count(open.Door.ToArray()));
        Assert.True(Count(over.Door.ToArray()) > 0);
    }

    [Fact]
    public async Task Nothing_of_an_expired_row_is_left_in_the_files()
    {
        var rows = Enumerable.Range(0, 30).Select(i => Hot(expires: new Day((ushort)(Today.Number - (i % 2))))).ToList();
        await using var store = Open();
        _ = await Task.WhenAll(rows.Select(r => store.CommitAsync(Put(r))));

        Assert.Equal(15, await store.RemoveExpiredAsync(Today));

        Assert.All(rows.Where(r => r.Expires < Today), r => Assert.Equal(0, Traces(r)));
    }

    [Fact]
    public async Task All_documents_of_a_kind_have_one_size_and_the_file_does_not_grow_by_presses()
    {
        await using var store = Open();
        var rows = Enumerable.Range(0, 50).Select(_ => Hot()).ToList();
        _ = await Task.WhenAll(rows.Select(r => store.CommitAsync(Put(r))));
        var size = new FileInfo(File("intakes.db")).Length;

        for (var step = 0; step < 5; step++)
        {
            var next = rows.ConvertAll(Next);
            Assert.DoesNotContain(false, await Task.WhenAll(next.Zip(rows, (n, r) => store.CommitAsync(Put(n, r.Version)))));
            rows = next;
        }

        Assert.Equal(size, new FileInfo(File("intakes.db")).Length);
        Assert.Equal(0, new FileInfo(File("intakes-log.db")).Length);
    }

    /// <summary>How often any 16 bytes of the encoded row, at steps of 16, stand in data file or log.</summary>
    private int Traces(SealedRow row, bool skipDoorAndPlace = false) =>
        row.Encode().Chunk(16).Skip(skipDoorAndPlace ? 5 : 0).Where(c => c.Length == 16).Sum(Count) + (skipDoorAndPlace ? 0 : Count(row.Place.ToArray()));

    private int Count(byte[] slice)
    {
        var count = 0;
        foreach (var file in new[] { "intakes.db", "intakes-log.db" })
        {
            using var stream = new FileStream(File(file), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            for (var rest = bytes.AsSpan(); rest.IndexOf(slice) is var at and >= 0; rest = rest[(at + 1)..])
            {
                count++;
            }
        }

        return count;
    }
}
