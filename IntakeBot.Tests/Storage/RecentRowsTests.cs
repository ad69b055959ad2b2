using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Tests.Storage;

/// <summary>Two generations of 512 rows, or more while many come back: what was written lately is known, what was not goes.</summary>
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

    [Fact]
    public void Who_presses_in_turn_with_thousands_is_known_after_a_few_rounds()
    {
        var doors = Enumerable.Range(0, 10_000).Select(_ => Door.Random()).ToList();
        for (var round = 0; round < 8; round++)
        {
            doors.ForEach(Press);
        }

        Assert.All(doors, door => Assert.NotNull(_recent.Find(door)));
    }

    [Fact]
    public void What_grew_for_thousands_shrinks_when_they_have_gone_and_is_never_larger_than_two_generations_of_8192()
    {
        var doors = Enumerable.Range(0, 20_000).Select(_ => Door.Random()).ToList();
        for (var round = 0; round < 8; round++)
        {
            doors.ForEach(Press);
        }

        Assert.InRange(doors.Count(d => _recent.Find(d) is not null), 8_192, 16_384);
        for (var each = 0; each < 40_000; each++)
        {
            Press(Door.Random());
        }

        Assert.All(doors, door => Assert.Null(_recent.Find(door)));
        Keep(0, 3 * Generation);
        Assert.InRange(_rows.Count(r => _recent.Find(r.Door) is not null), Generation, 2 * Generation);
    }

    /// <summary>People who come one after the other, eleven presses each behind many others' first ones, are no reason to remember more.</summary>
    [Fact]
    public void One_return_among_many_presses_remembers_no_more_rows()
    {
        var waiting = new Queue<Door>();
        for (var person = 0; person < 6_000; person++)
        {
            waiting.Enqueue(Door.Random());
            Press(waiting.Last());
            if (waiting.Count > 2_000)
            {
                var now = waiting.Dequeue();
                Enumerable.Range(0, 11).ToList().ForEach(_ => Press(now));
            }
        }

        Keep(0, 3 * Generation);
        Assert.InRange(_rows.Count(r => _recent.Find(r.Door) is not null), Generation, 2 * Generation);
    }

    private void Press(Door door)
    {
        _ = _recent.Find(door);
        _recent.Keep(Like(door));
    }

    /// <summary>Shares the bytes of one row.</summary>
    private HotRow Like(Door door) => new()
    {
        Place = _rows[0].Place,
        Version = _rows[0].Version,
        Expires = Today,
        Door = door,
        Blob = _rows[0].Blob,
        Slots = _rows[0].Slots,
        Note = _rows[0].Note,
    };

    private void Keep(int from, int count) => _rows.Skip(from).Take(count).ToList().ForEach(_recent.Keep);
}
