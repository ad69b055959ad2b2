using IntakeBot.Desk;

namespace IntakeBot.Tests.Desk;

public sealed class WeekSpansTests
{
    private static readonly Week Current = new(3000);

    [Fact]
    public void A_week_of_ten_stands_alone_and_fewer_wait_for_the_weeks_that_follow() =>
        Assert.Equal(["2997-2997: 10", "2998-2999: 13", "3000-3000: 3 few"], Spans((2997, 10), (2998, 9), (2999, 4), (3000, 3)));

    [Fact]
    public void A_week_without_any_stands_alone_unless_others_wait() =>
        Assert.Equal(["2995-2995: 12", "2996-2996: 0", "2997-2999: 10", "3000-3000: 0"], Spans((2995, 12), (2997, 4), (2999, 6)));

    [Fact]
    public void What_was_too_few_to_the_end_is_one_span() => Assert.Equal(["2998-3000: 9 few"], Spans((2998, 5), (2999, 4)));

    [Fact]
    public void Weeks_to_come_and_those_longer_ago_than_anything_is_kept_are_left_out() =>
        Assert.Equal(["2974-2974: 10", "2975-3000: 1 few"], Spans((1, 40), (2973, 10), (2974, 10), (2975, 1), (3001, 20)));

    [Fact]
    public void Nothing_is_no_span() => Assert.Empty(Spans());

    private static IEnumerable<string> Spans(params (int Week, int Count)[] weeks) =>
        WeekSpans.Of(weeks.SelectMany(w => Enumerable.Repeat((new Week(w.Week), 'x'), w.Count)), Current)
            .Select(s => $"{s.First.Number}-{s.Last.Number}: {s.Items.Count}{(s.IsFew ? " few" : "")}");
}
