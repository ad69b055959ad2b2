using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing;

public sealed class EpochCalendarTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(28)]
    [InlineData(366)]
    public void An_epoch_is_open_until_32_days_after_its_last_day_and_no_longer(int days)
    {
        var calendar = new EpochCalendar(EpochCalendar.Default.Start, days);
        foreach (var epoch in new uint[] { 1, 2, 9 })
        {
            var last = calendar.LastDayOf(epoch);

            Assert.Equal((epoch, epoch + 1), (calendar.EpochOf(last), calendar.EpochOf(last.Plus(1))));
            Assert.Equal(epoch, calendar.OldestOpen(last.Plus(Format.DaysKept + 2)));
            Assert.Equal(epoch + 1, calendar.OldestOpen(last.Plus(Format.DaysKept + 3)));
            Assert.Equal(last.Plus(1), calendar.FirstDayOf(epoch + 1));
        }
    }

    [Fact]
    public void Days_that_no_row_can_hold_end_the_calendar()
    {
        Assert.Equal(new Day(ushort.MaxValue), EpochCalendar.Default.LastDayOf(uint.MaxValue));
        Assert.Equal(new Day(ushort.MaxValue), EpochCalendar.Default.FirstDayOf(uint.MaxValue));
    }
}
