namespace IntakeBot.Core.Hotline;

/// <summary>A token bucket: so many at once, then so many a second. Pure: the time is handed in.</summary>
public sealed class Bucket(int burst, double perSecond)
{
    private double _tokens = burst;
    private DateTimeOffset? _last;

    /// <summary>Takes one and returns zero, or takes none and returns how long to wait. So many as <paramref name="leaves"/> must stay.</summary>
    public TimeSpan Take(DateTimeOffset now, int leaves = 0)
    {
        Fill(now);
        if (_tokens >= leaves + 1)
        {
            _tokens--;
            return TimeSpan.Zero;
        }

        return TimeSpan.FromSeconds((leaves + 1 - _tokens) / perSecond) + TimeSpan.FromMilliseconds(1);
    }

    /// <summary>True where one could be taken.</summary>
    public bool Has(DateTimeOffset now)
    {
        Fill(now);
        return _tokens >= 1;
    }

    /// <summary>True where it is as if nothing had ever been taken.</summary>
    public bool IsFull(DateTimeOffset now)
    {
        Fill(now);
        return _tokens >= burst;
    }

    private void Fill(DateTimeOffset now)
    {
        var passed = now - (_last ?? now);
        _last = now;
        _tokens = Math.Min(burst, _tokens + (Math.Max(0, passed.TotalSeconds) * perSecond));
    }
}
