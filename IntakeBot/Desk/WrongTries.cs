namespace IntakeBot.Desk;

/// <summary>After a third wrong passphrase each further try has to wait, twice as long as before, up to a minute.</summary>
internal sealed class WrongTries(TimeProvider time)
{
    private const int Free = 2;
    private const int LongestSeconds = 60;

    private int _count;
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    public TimeSpan Wait => _next > time.GetUtcNow() ? _next - time.GetUtcNow() : TimeSpan.Zero;

    public void Add()
    {
        _count++;
        var seconds = _count <= Free ? 0 : Math.Min(LongestSeconds, 1 << Math.Min(_count - Free, 6));
        _next = time.GetUtcNow().AddSeconds(seconds);
    }

    public void Clear() => (_count, _next) = (0, DateTimeOffset.MinValue);
}
