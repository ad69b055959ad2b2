namespace IntakeBot.Messenger;

/// <summary>
/// Tells which updates may be old: those that waited since before the start, or while nobody asked for more than ten minutes.
/// Of these, only what came after a moment in the last ten minutes is surely new.
/// </summary>
internal sealed class CatchUp(TimeProvider time)
{
    /// <summary>What is older than this may reach a phone that somebody else holds by now.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(10);

    /// <summary>Telegram's clock and ours may differ a little.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(1);

    private (long Stamp, DateTimeOffset At)? _last;
    private bool _isBehind;

    /// <summary>What waits now waited while nobody asked: to be asked for without waiting for more, so that what is new stays apart.</summary>
    public bool MustCatchUp =>
        _isBehind || _last is not { } last || time.GetElapsedTime(last.Stamp) > Late || time.GetUtcNow() - last.At > Late;

    /// <summary>Seconds since 1970, by our clock.</summary>
    public long Now => time.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>A poll has succeeded. Both clocks count, because one stands still in a suspended machine and the other can be set.</summary>
    public void Polled()
    {
        _isBehind = MustCatchUp;
        _last = (time.GetTimestamp(), time.GetUtcNow());
    }

    /// <summary>One update came by itself. Where nobody has looked for long, nobody knows how long it waited.</summary>
    public void Delivered() => _isBehind = MustCatchUp;

    /// <summary>Telegram could not deliver for a while: what comes now may have waited.</summary>
    public void FellBehind() => _isBehind = true;

    /// <summary>The batch was handled. After one that was not full, nothing that waited is left.</summary>
    public void Handled(bool wasFull) => _isBehind &= wasFull;

    public bool MayBeOld(long notBefore) => _isBehind && !IsSurelyNew(notBefore);

    /// <param name="notBefore">Seconds since 1970 by Telegram's clock; 0: not known.</param>
    public bool IsSurelyNew(long notBefore)
    {
        var age = TimeSpan.FromSeconds(Now - notBefore);
        return age >= -Ahead && age <= Late;
    }
}
