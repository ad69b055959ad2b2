using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Reading;

/// <summary>A clock that stands until it is moved and tells what is waited for.</summary>
internal sealed class NotedTime : TimeProvider
{
    private readonly FakeTimeProvider _time = new();
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public override long TimestampFrequency => _time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _time.GetUtcNow();

    public override long GetTimestamp() => _time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = _time.CreateTimer(callback, state, dueTime, period);
        _ = _waits.Writer.TryWrite(dueTime);
        return timer;
    }

    public void Advance(TimeSpan time) => _time.Advance(time);

    public async Task<TimeSpan> NextWaitAsync() => await _waits.Reader.ReadAsync();
}
