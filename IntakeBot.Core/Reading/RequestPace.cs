namespace IntakeBot.Core.Reading;

/// <summary>
/// Keeps who fetches at full speed below what the server gives a member, with something left for what staff do meanwhile: so many at once, then so many a
/// second.
/// </summary>
internal sealed class RequestPace(TimeProvider time)
{
    public const int AtOnce = 800;
    public const int PerSecond = 20;

    private static readonly TimeSpan Each = TimeSpan.FromSeconds(1) / PerSecond;

    private readonly Lock _lock = new();
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _repaid;

    public Task WaitAsync(CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (_lock)
        {
            var now = time.GetElapsedTime(_start);
            _repaid = (_repaid > now ? _repaid : now) + Each;
            wait = _repaid - now - (AtOnce * Each);
        }

        return wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellationToken) : Task.CompletedTask;
    }
}
