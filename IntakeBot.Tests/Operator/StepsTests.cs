using IntakeBot.Operator;

namespace IntakeBot.Tests.Operator;

public sealed class StepsTests
{
    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(0.1, 0.1)]
    [InlineData(0.11, 0.25)]
    [InlineData(3, 5)]
    [InlineData(1000, 60)]
    public void A_commit_is_rounded_up(double seconds, double published) => Assert.Equal(published, Steps.Commit(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(4.9, 0)]
    [InlineData(5, 5)]
    [InlineData(59, 30)]
    [InlineData(7000, 600)]
    public void A_lag_is_rounded_down(double seconds, double published) => Assert.Equal(published, Steps.Lag(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(11.9, 0)]
    [InlineData(12, 12)]
    [InlineData(47, 24)]
    [InlineData(1000, 168)]
    public void A_desk_s_absence_says_no_more_than_the_log(double hours, double published)
    {
        Assert.Equal(published, Steps.Away(TimeSpan.FromHours(hours)));
        Assert.Equal(12, Steps.Away(IntakeBot.Cli.DeskWatch.Longest));
    }

    [Theory]
    [InlineData(50, 0)]
    [InlineData(59.9, 0)]
    [InlineData(60, 60)]
    [InlineData(200, 180)]
    public void A_poll_that_came_back_within_a_minute_looks_like_any_other(double seconds, double published) =>
        Assert.Equal(published, Steps.PollAge(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(99, 0)]
    [InlineData(100, 100)]
    [InlineData(12_345, 12_300)]
    public void A_day_is_counted_in_hundreds(long count, long published) => Assert.Equal(published, Steps.OfDay(count));

    [Fact]
    public void Bytes_are_rounded_so_that_they_never_look_better_than_they_are()
    {
        Assert.Equal((0, 64 << 20), (Steps.FreeBytes((64 << 20) - 1), Steps.FreeBytes((64 << 20) + 5)));
        Assert.Equal((16 << 20, 32 << 20), (Steps.DataBytes(1), Steps.DataBytes((16 << 20) + 1)));
        Assert.Equal(64 << 20, Steps.MemoryBytes(1));
    }
}
