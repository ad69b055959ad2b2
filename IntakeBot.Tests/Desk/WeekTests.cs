using System.Globalization;
using IntakeBot.Core.Sealing;
using IntakeBot.Desk;

namespace IntakeBot.Tests.Desk;

public sealed class WeekTests
{
    [Theory]
    [InlineData("1970-01-01", "1970-W01")]
    [InlineData("2020-12-31", "2020-W53")]
    [InlineData("2021-01-03", "2020-W53")]
    [InlineData("2021-01-04", "2021-W01")]
    [InlineData("2024-12-29", "2024-W52")]
    [InlineData("2024-12-30", "2025-W01")]
    [InlineData("2026-12-31", "2026-W53")]
    [InlineData("2027-01-01", "2026-W53")]
    [InlineData("2027-01-04", "2027-W01")]
    public void A_week_is_of_the_year_that_has_its_Thursday(string day, string week) => Assert.Equal(week, $"{Week.Of(Day.Parse(day)!.Value)}");

    [Fact]
    public void Every_day_that_can_be_kept_is_in_the_week_that_the_calendar_of_NET_says()
    {
        for (var number = 0; number <= ushort.MaxValue; number++)
        {
            var date = DateTime.UnixEpoch.AddDays(number);
            var expected = string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(date):0000}-W{ISOWeek.GetWeekOfYear(date):00}");
            Assert.Equal(expected, $"{Week.Of(new((ushort)number))}");
        }
    }

    [Fact]
    public void Weeks_that_follow_each_other_have_following_numbers_over_the_end_of_a_year() =>
        Assert.Equal(Week.Of(Day.Parse("2027-01-03")!.Value).Number + 1, Week.Of(Day.Parse("2027-01-04")!.Value).Number);
}
