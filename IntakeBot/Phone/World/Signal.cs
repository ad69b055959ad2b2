namespace IntakeBot.Phone;

/// <summary>
/// Wakes everybody who waits for the next change. Take <see cref="Next"/> before looking: then no change is missed.
/// </summary>
internal sealed class Signal
{
    private TaskCompletionSource? _next;

    public Task Next()
    {
        var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (Interlocked.CompareExchange(ref _next, fresh, comparand: null) ?? fresh).Task;
    }

    public void Raise() => Interlocked.Exchange(ref _next, value: null)?.TrySetResult();
}
