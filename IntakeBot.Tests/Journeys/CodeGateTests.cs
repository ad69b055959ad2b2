using IntakeBot.Core.Hotline;
using IntakeBot.Core.Intakes;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Journeys;

/// <summary>What stands before Argon2id, in its order.</summary>
public sealed class CodeGateTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));
    private readonly CodeGate _gate;

    public CodeGateTests() => _gate = new(new(), _time);

    [Fact]
    public void A_mistyped_code_costs_nothing_and_is_told_even_when_all_is_busy()
    {
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(CodeVerdict.Mistyped, _gate.Admit(1, CodeReading.Mistyped, waiting: 99));
        }

        Assert.Equal(0, _gate.Count);
        Assert.Equal(CodeVerdict.Admitted, Try(1));
    }

    [Fact]
    public void A_chat_has_five_an_hour()
    {
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(CodeVerdict.Admitted, Try(1));
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(CodeVerdict.TooOften, Try(1));
        Assert.Equal(CodeVerdict.Admitted, Try(2));
        _time.Advance(TimeSpan.FromMinutes(54));
        Assert.Equal(CodeVerdict.TooOften, Try(1));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(CodeVerdict.Admitted, Try(1));
        Assert.Equal(CodeVerdict.TooOften, Try(1));
    }

    [Fact]
    public void A_chat_has_twenty_a_day()
    {
        var admitted = 0;
        for (var minute = 0; minute < 23 * 60; minute++)
        {
            admitted += Try(1) == CodeVerdict.Admitted ? 1 : 0;
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(20, admitted);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(CodeVerdict.Admitted, Try(1));
    }

    [Fact]
    public void All_chats_together_have_six_hundred_an_hour()
    {
        for (var chat = 0; chat < 600; chat++)
        {
            Assert.Equal(CodeVerdict.Admitted, Try(chat));
        }

        Assert.Equal(CodeVerdict.Busy, Try(700));
        _time.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(CodeVerdict.Admitted, Try(700));
    }

    [Fact]
    public void The_hour_of_all_chats_moves_on_minute_by_minute()
    {
        var chat = 0L;
        for (var minute = 0; minute < 60; minute++)
        {
            Assert.All(Enumerable.Range(0, 10), _ => Assert.Equal(CodeVerdict.Admitted, Try(chat++)));
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        for (var minute = 60; minute < 63; minute++)
        {
            Assert.All(Enumerable.Range(0, 10), _ => Assert.Equal(CodeVerdict.Admitted, Try(chat++)));
            Assert.Equal(CodeVerdict.Busy, Try(chat++));
            _time.Advance(TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public void A_limit_under_one_is_named_and_one_is_right()
    {
        Assert.Empty(new CodeLimits { PerHour = 1, PerDay = 1, OverallPerHour = 1, Waiting = 1 }.Problems());
        Assert.StartsWith("PerDay is 0:", Assert.Single(new CodeLimits { PerDay = 0 }.Problems()), StringComparison.Ordinal);
        Assert.Equal(4, new CodeLimits { PerHour = 0, PerDay = 0, OverallPerHour = 0, Waiting = 0 }.Problems().Count());
    }

    [Fact]
    public void Sixteen_may_wait_and_who_comes_then_has_lost_no_try()
    {
        Assert.Equal(CodeVerdict.Admitted, _gate.Admit(1, CodeReading.Whole, waiting: 15));
        for (var i = 0; i < 30; i++)
        {
            Assert.Equal(CodeVerdict.Busy, _gate.Admit(2, CodeReading.Whole, waiting: 16));
        }

        Assert.Equal(CodeVerdict.Admitted, Try(2));
    }

    [Fact]
    public void A_chats_own_limit_is_told_before_that_of_all()
    {
        for (var i = 0; i < 5; i++)
        {
            _ = Try(1);
        }

        Assert.Equal(CodeVerdict.TooOften, _gate.Admit(1, CodeReading.Whole, waiting: 16));
    }

    [Fact]
    public void A_chat_is_forgotten_a_day_after_its_last_code_and_not_before()
    {
        for (var chat = 0; chat < 100; chat++)
        {
            _ = Try(chat);
        }

        _time.Advance(TimeSpan.FromHours(23));
        _ = Try(1);
        _gate.Sweep();
        Assert.Equal(100, _gate.Count);
        _time.Advance(TimeSpan.FromHours(1));
        _gate.Sweep();
        Assert.Equal(1, _gate.Count);
    }

    [Theory]
    [InlineData(100, 8, 1)]
    [InlineData(1023, 8, 1)]
    [InlineData(1024, 8, 2)]
    [InlineData(65536, 8, 7)]
    [InlineData(65536, 1, 1)]
    [InlineData(65536, 2, 1)]
    public void As_many_at_once_as_memory_and_cores_allow(int mebibytes, int cores, int atOnce) =>
        Assert.Equal(atOnce, CodeLimits.AtOnce((long)mebibytes << 20, cores));

    private CodeVerdict Try(long chat) => _gate.Admit(chat, CodeReading.Whole, waiting: 0);
}
