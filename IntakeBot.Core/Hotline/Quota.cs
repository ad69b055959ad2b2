namespace IntakeBot.Core.Hotline;

/// <summary>What one chat has left of its limits, and what it lately sent that is no button. Not thread-safe: guarded by <see cref="Floods"/>.</summary>
internal sealed class Quota(FloodLimits limits)
{
    /// <summary>How long what is no button counts, and how long its hint is not repeated.</summary>
    public static readonly TimeSpan Noted = TimeSpan.FromMinutes(10);

    private const int Most = 3;
    private const int NotesPerHour = 6;
    private const double Hour = 3600;

    private readonly List<(string Sending, DateTimeOffset At)> _others = [];
    private DateTimeOffset? _hinted;

    public Bucket? Presses { get; } = Of(limits.PressBurst, limits.PressesPerSecond);

    public Bucket? Texts { get; } = Of(limits.TextBurst, limits.TextsPerSecond);

    public Bucket? Starts { get; } = Of(limits.StartsPerHour, limits.StartsPerHour / Hour);

    public Bucket? Consents { get; } = Of(limits.ConsentsPerHour, limits.ConsentsPerHour / Hour);

    /// <summary>Nobody writes more: who does is handled as a stranger with her phone.</summary>
    public Bucket Notes { get; } = new(NotesPerHour, NotesPerHour / Hour);

    /// <summary>True for the third different sending in ten minutes; then the count begins anew.</summary>
    public bool IsThird(string sending, DateTimeOffset now)
    {
        _ = _others.RemoveAll(o => now - o.At > Noted);
        if (_others.Exists(o => o.Sending == sending))
        {
            return false;
        }

        _others.Add((sending, now));
        if (_others.Count < Most)
        {
            return false;
        }

        _others.Clear();
        return true;
    }

    public void ForgetOthers() => _others.Clear();

    public bool TryHint(DateTimeOffset now)
    {
        if (now - _hinted < Noted)
        {
            return false;
        }

        _hinted = now;
        return true;
    }

    /// <summary>True where forgetting it changes nothing.</summary>
    public bool IsUnused(DateTimeOffset now) =>
        !(now - _hinted < Noted) && _others.TrueForAll(o => now - o.At > Noted)
            && new[] { Presses, Texts, Starts, Consents, Notes }.All(b => b?.IsFull(now) ?? true);

    private static Bucket? Of(int burst, double perSecond) => perSecond > 0 ? new(burst, perSecond) : null;
}
