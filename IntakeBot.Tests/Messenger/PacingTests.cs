using IntakeBot.Core.Hotline;
using IntakeBot.Messenger;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Messenger;

public sealed class PacingTests
{
    private readonly FakeTimeProvider _time = new(new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_bucket_lets_its_burst_through_and_then_its_rate()
    {
        var bucket = new Bucket(burst: 3, perSecond: 2);
        var now = _time.GetUtcNow();

        Assert.Equal([TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero], Enumerable.Range(0, 3).Select(_ => bucket.Take(now)));
        Assert.InRange(bucket.Take(now).TotalMilliseconds, 500, 502);
        Assert.Equal(TimeSpan.Zero, bucket.Take(now + TimeSpan.FromSeconds(1)));
        Assert.Equal(TimeSpan.Zero, bucket.Take(now + TimeSpan.FromSeconds(1)));
        Assert.NotEqual(TimeSpan.Zero, bucket.Take(now + TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Who_hides_goes_first_and_a_code_last_whoever_waits()
    {
        var pacer = new Pacer(perSecond: 1, _time);
        await pacer.WaitAsync(Turn.Usual, default);
        var order = new List<string>();

        async Task WaitAsync(string name, Turn when)
        {
            await pacer.WaitAsync(when, default);
            lock (order)
            {
                order.Add(name);
            }
        }

        var all = new[] { WaitAsync("code", Turn.Last), WaitAsync("first", Turn.Usual), WaitAsync("second", Turn.Usual), WaitAsync("hide", Turn.First) };
        while (!Task.WhenAll(all).IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(0.2));
            await Task.Delay(1);
        }

        Assert.Equal(["hide", "first", "second", "code"], order);
    }

    /// <summary>However many codes there are, half a second's worth is left for who presses.</summary>
    [Fact]
    public async Task Codes_leave_half_of_what_Telegram_takes_to_the_others()
    {
        var pacer = new Pacer(perSecond: 10, _time);
        var codes = Enumerable.Range(0, 20).Select(_ => pacer.WaitAsync(Turn.Last, default)).ToList();
        Assert.Equal(5, codes.Count(c => c.IsCompleted));

        for (var i = 0; i < 5; i++)
        {
            Assert.True(pacer.WaitAsync(Turn.Usual, default).IsCompleted);
        }

        Assert.False(pacer.WaitAsync(Turn.Usual, default).IsCompleted);
        while (!Task.WhenAll(codes).IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(0.02));
            await Task.Delay(1);
        }
    }

    [Fact]
    public async Task After_a_429_everybody_waits_as_long_as_Telegram_said()
    {
        var pacer = new Pacer(perSecond: 0, _time);
        pacer.Pause(TimeSpan.FromSeconds(10));

        var wait = pacer.WaitAsync(Turn.First, default);
        _time.Advance(TimeSpan.FromSeconds(9));
        await Task.Delay(20);
        Assert.False(wait.IsCompleted);
        while (!wait.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1);
        }
    }

    [Fact]
    public void Failures_wait_longer_and_longer_up_to_a_minute_and_a_half_and_success_forgets_them()
    {
        var backoff = new Backoff();
        var waits = Enumerable.Range(0, 10).Select(_ => backoff.Failed().TotalSeconds).ToList();

        Assert.InRange(waits[0], 1, 1.5);
        Assert.InRange(waits[3], 8, 12);
        Assert.InRange(waits[9], 60, 90);
        backoff.Succeeded();
        Assert.InRange(backoff.Failed().TotalSeconds, 1, 1.5);
    }
}
