using IntakeBot.Desk;

namespace IntakeBot.Tests.Desk;

public sealed class RotaTests
{
    private static readonly TimeZoneInfo Seoul = TimeZoneInfo.CreateCustomTimeZone("nine", TimeSpan.FromHours(9), null, null);

    [Theory]
    [InlineData("2026-11-30T00:00:00Z", true)] // Monday 09:00 in Seoul
    [InlineData("2026-11-29T23:59:00Z", false)]
    [InlineData("2026-11-30T08:59:00Z", true)]
    [InlineData("2026-11-30T09:00:00Z", false)]
    [InlineData("2026-12-01T00:30:00Z", false)]
    public void A_shift_is_on_from_its_first_minute_to_its_last_in_the_desk_s_zone(string now, bool isOn) =>
        Assert.Equal(isOn, Of("Mon 09:00-18:00 ada").IsStaffed(DateTimeOffset.Parse(now, null)));

    [Theory]
    [InlineData("2026-11-30T14:00:00Z", true)] // Monday 23:00
    [InlineData("2026-11-30T16:00:00Z", true)] // Tuesday 01:00
    [InlineData("2026-11-30T17:00:00Z", false)]
    public void A_night_shift_goes_on_after_midnight(string now, bool isOn) =>
        Assert.Equal(isOn, Of("Mon 22:00-02:00 ada").IsStaffed(DateTimeOffset.Parse(now, null)));

    [Fact]
    public void Without_any_shift_it_counts_as_staffed() => Assert.True(Of("").IsStaffed(DateTimeOffset.UnixEpoch));

    [Fact]
    public void The_next_shift_is_found_beyond_the_weekend()
    {
        var saturday = DateTimeOffset.Parse("2026-11-28T03:00:00Z", null);

        Assert.Equal(DateTimeOffset.Parse("2026-11-30T00:00:00Z", null), Of("Mon 09:00-18:00 ada\nFri 09:00-18:00 ben").NextStaffed(saturday));
    }

    [Theory]
    [InlineData("2026-11-30T03:00:00Z", "2026-11-30T00:00:00Z")]
    [InlineData("2026-11-30T10:00:00Z", "2026-11-30T00:00:00Z")] // The second shift follows the first without a break.
    [InlineData("2026-11-30T15:30:00Z", "2026-11-30T00:00:00Z")] // After midnight.
    [InlineData("2026-11-30T19:00:00Z", null)]
    [InlineData("2026-11-30T21:30:00Z", "2026-11-30T21:00:00Z")] // After a break.
    public void Since_when_somebody_is_there_without_a_break(string now, string? since) => Assert.Equal(
        since is null ? null : DateTimeOffset.Parse(since, null),
        Of("Mon 09:00-18:00 ada\nMon 18:00-02:00 ben\nTue 06:00-09:00 ada").StaffedSince(DateTimeOffset.Parse(now, null)));

    [Fact]
    public void Who_is_on_duty_and_until_when()
    {
        var (shift, until) = Assert.Single(Of("Mon 09:00-18:00 ada, ben").OnDuty(DateTimeOffset.Parse("2026-11-30T01:00:00Z", null)));

        Assert.Equal(["ada", "ben"], shift.Members);
        Assert.Equal(DateTimeOffset.Parse("2026-11-30T09:00:00Z", null), until);
    }

    [Theory]
    [InlineData("Mon 09:00-18:00 ada, ben", "Mon 09:00-18:00 ada, ben")]
    [InlineData("monday 9:00–18:00 ada ben", "Mon 09:00-18:00 ada, ben")]
    [InlineData("Sun 22:00-24:00", "Sun 22:00-00:00")]
    public void A_line_is_read_as_it_is_meant(string line, string same)
    {
        var wrong = new List<string>();

        Assert.Equal(same, ShiftText.Of(ShiftText.Read(line, wrong)));
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("09:00-18:00")]
    [InlineData("Mon 09:00")]
    [InlineData("Mon 25:00-26:00")]
    [InlineData("Montag frei")]
    [InlineData("월 09:00-18:00")]
    public void What_is_no_shift_is_told_line_by_line(string line)
    {
        var wrong = new List<string>();

        Assert.Single(ShiftText.Read($"Tue 09:00-10:00\n{line}\n", wrong));
        Assert.Equal([line], wrong);
    }

    private static Rota Of(string shifts) => new(ShiftText.Read(shifts, []), Seoul);
}
