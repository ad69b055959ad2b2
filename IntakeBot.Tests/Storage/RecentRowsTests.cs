using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Tests.Storage;

/// <summary>Two generations of 512 rows: what was written lately is known, what was not goes.</summary>
public sealed class RecentRowsTests : StoreCase
{
    private const int Generation = 512;

    private readonly RecentRows _recent = new();
    private readonly List<HotRow> _rows = [.. Enumerable.Range(0, 3 * Generation).Select(_ => Hot(expires: Today))];

    [Fact]
    public void Two_generations_are_known_and_the_older_one_goes_at_once()
    {
        Keep(0, 2 * Generation);
        Assert.All(_rows.Take(2 * Generation), row => Assert.Same(row, _recent.Find(row.Door)));

        Keep(2 * Generation, 1);

        Assert.All(_rows.Take(Generation), row => Assert.Null(_recent.Find(row.Door)));
        Assert.All(_rows.Skip(Generation).Take(Generation + 1), row => Assert.Same(row, _recent.Find(row.Door)));
    }

    [Fact]
    public void A_row_that_is_written_again_takes_no_more_room()
    {
        Keep(0, Generation);
        for (var i = 0; i < 2 * Generation; i++)
        {
            Keep(i % 10, 1);
        }

        Keep(Generation, Generation);

        Assert.All(_rows.Take(2 * Generation), row => Assert.Same(row, _recent.Find(row.Door)));
    }

    [Fact]
    public void A_row_that_goes_makes_room()
    {
        Keep(0, Generation);
        _rows.Take(100).ToList().ForEach(row => _recent.Drop(row.Door));
        Keep(Generation, Generation + 100);

        Assert.All(_rows.Take(100), row => Assert.Null(_recent.Find(row.Door)));
        Assert.All(_rows.Skip(100).Take((2 * Generation) - 100), row => Assert.Same(row, _recent.Find(row.Door)));
    }

    private void Keep(int from, int count) => _rows.Skip(from).Take(count).ToList().ForEach(_recent.Keep);
}
