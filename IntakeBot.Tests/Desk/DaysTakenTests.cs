using IntakeBot.Core.Sealing;
using IntakeBot.Desk;

namespace IntakeBot.Tests.Desk;

public sealed class DaysTakenTests
{
    private static readonly Day Came = Day.Parse("2026-12-31")!.Value;

    [Theory]
    [InlineData(nameof(Phrase.OverviewSameDay), "2026-12-31T23:59Z")]
    [InlineData(nameof(Phrase.OverviewSameDay), "2026-12-30T10:00Z")]
    [InlineData(nameof(Phrase.OverviewNextDay), "2027-01-01T00:00Z")]
    [InlineData(nameof(Phrase.OverviewTwoDays), "2027-01-02T00:00Z")]
    [InlineData(nameof(Phrase.OverviewTwoDays), "2027-01-03T23:59Z")]
    [InlineData(nameof(Phrase.OverviewLater), "2027-01-04T00:00Z")]
    [InlineData(nameof(Phrase.OverviewLater), "2027-06-01T00:00Z")]
    [InlineData(nameof(Phrase.OverviewNextDay), "2027-02-01T00:00Z", "2027-01-01T12:00Z", "2027-01-04T00:00Z")]
    [InlineData(nameof(Phrase.OverviewNotYet))]
    public void The_earliest_counts_by_days_in_UTC(string expected, params string[] done) =>
        Assert.Equal(expected, $"{DaysTaken.Names[DaysTaken.Of(Came, done.Select(d => DateTimeOffset.Parse(d, System.Globalization.CultureInfo.InvariantCulture)))]}");
}
