using IntakeBot.Core.Storage;

namespace IntakeBot.Operator;

/// <summary>
/// Measures what a commit takes by one of its own that changes nothing, so that the figure is there when nobody is, and says nothing of those who are.
/// </summary>
internal sealed partial class StoreProbe(SealedStore store, TimeProvider time, ILogger<StoreProbe> logger)
{
    private readonly Lock _lock = new();
    private TimeSpan _took;
    private long _begun;
    private bool _isWell = true;
    private bool _isRunning;

    /// <summary>Longer, and the store counts as not writing.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>What the last one took; while one runs, what that has taken if it is longer.</summary>
    public TimeSpan Took
    {
        get
        {
            lock (_lock)
            {
                var running = _isRunning ? time.GetElapsedTime(_begun) : TimeSpan.Zero;
                return running > _took ? running : _took;
            }
        }
    }

    public bool IsWell
    {
        get
        {
            lock (_lock)
            {
                return _isWell && !store.Failure.IsCompleted && (!_isRunning || time.GetElapsedTime(_begun) < Patience);
            }
        }
    }

    /// <summary>Waits a second at most: a commit that hangs must not hold up the other figures. While one runs no second one is begun.</summary>
    public async Task RunAsync()
    {
        lock (_lock)
        {
            if (_isRunning)
            {
                return;
            }

            (_isRunning, _begun) = (true, time.GetTimestamp());
        }

        await ProbeAsync().WaitAsync(TimeSpan.FromSeconds(1), time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ProbeAsync()
    {
        var isWell = false;
        try
        {
            await store.ProbeAsync();
            isWell = true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or StoreException)
        {
            // What the store itself does about it is its own affair; here it is only told.
            if (_isWell)
            {
                LogNotWritten(failure.GetType().Name);
            }
        }
        finally
        {
            lock (_lock)
            {
                (_isRunning, _isWell, _took) = (false, isWell, time.GetElapsedTime(_begun));
            }
        }
    }

    [LoggerMessage(EventId = 401, Level = LogLevel.Error, Message = "A page could not be written to the data folder: {Type}. Look at its disk.")]
    private partial void LogNotWritten(string type);
}
