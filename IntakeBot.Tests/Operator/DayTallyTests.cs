using IntakeBot.Core.Sealing;
using IntakeBot.Operator;

namespace IntakeBot.Tests.Operator;

public sealed class DayTallyTests
{
    private static readonly Day Monday = new(20_780);

    private readonly DayTally _tally = new();

    [Fact]
    public void Nothing_of_a_day_is_told_before_it_is_over_and_then_in_hundreds()
    {
        _tally.Look(Monday, [50, 0]);
        Assert.Equal([0, 0], _tally.Yesterday);
        _tally.Look(Monday, [5_000, 10]);
        Assert.Equal([0, 0], _tally.Yesterday);

        _tally.Look(Monday.Plus(1), [5_049, 99]);
        Assert.Equal([4_900, 0], _tally.Yesterday);
        _tally.Look(Monday.Plus(1), [9_000, 900]);
        Assert.Equal([4_900, 0], _tally.Yesterday);

        _tally.Look(Monday.Plus(2), [9_049, 1_099]);
        Assert.Equal([4_000, 1_000], _tally.Yesterday);
    }

    [Fact]
    public void A_clock_that_goes_back_tells_nothing()
    {
        _tally.Look(Monday, [0]);
        _tally.Look(Monday.Plus(-1), [1_000]);

        Assert.Equal([0], _tally.Yesterday);
    }
}
