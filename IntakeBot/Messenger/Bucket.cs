namespace IntakeBot.Messenger;

/// <summary>A token bucket: so many at once, then so many a second. Pure: the time is handed in.</summary>
internal sealed class Bucket(int burst, double perSecond)
{
    private double _tokens = burst;
    private DateTimeOffset? _last;

    /// <summary>Takes one and returns zero, or takes none and returns how long to wait.</summary>
    public TimeSpan Take(DateTimeOffset now)
    {
        var passed = now - (_last ?? now);
        _last = now;
        _tokens = Math.Min(burst, _tokens + (Math.Max(0, passed.TotalSeconds) * perSecond));
        if (_tokens >= 1)
        {
            _tokens--;
            return TimeSpan.Zero;
        }

        return TimeSpan.FromSeconds((1 - _tokens) / perSecond) + TimeSpan.FromMilliseconds(1);
    }
}
