using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Tests.Storage;

/// <summary>Each page of the data file in turn is torn or flipped: whatever is served is what was written, or it is refused.</summary>
public sealed class PageDamageTests : StoreCase
{
    private const int PageSize = 8192;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_damaged_page_makes_a_wrong_row_or_an_empty_store(bool torn)
    {
        var rows = Enumerable.Range(0, 24).Select(_ => Hot()).ToList();
        await using (var store = Open())
        {
            _ = await Task.WhenAll(rows.Select(r => store.CommitAsync(Put(r).Put(Cold(r.Place), expected: null))));
        }

        var whole = await System.IO.File.ReadAllBytesAsync(File("intakes.db"));
        var served = 0;
        for (var page = 0; page < whole.Length / PageSize; page++)
        {
            var damaged = whole.ToArray();
            if (torn)
            {
                damaged.AsSpan((page * PageSize) + (PageSize / 2), PageSize / 2).Clear();
            }
            else
            {
                damaged[(page * PageSize) + (((page * 2654435761L) & 0x7FFFFFFF) % PageSize)] ^= 0x10;
            }

            await System.IO.File.WriteAllBytesAsync(File("intakes.db"), damaged);
            served += await ServeAsync(rows);
        }

        Assert.True(served > whole.Length / PageSize * rows.Count / 2, $"only {served} rows were served");
    }

    private async Task<int> ServeAsync(List<HotRow> rows)
    {
        SealedStore store;
        try
        {
            store = Open();
        }
        catch (StoreException refused)
        {
            Assert.Contains("restore a backup", refused.Message, StringComparison.Ordinal);
            return 0;
        }

        var served = 0;
        await using (store)
        {
            foreach (var row in rows)
            {
                try
                {
                    var found = store.FindHot(row.Door) ?? store.Find<HotRow>(row.Place);
                    Assert.True(found is null || found.Encode().AsSpan().SequenceEqual(row.Encode()));
                    served += found is null ? 0 : 1;
                }
                catch (StoreException)
                {
                    Assert.True(store.Failure.IsCompleted);
                    return served;
                }
            }
        }

        return served;
    }
}
