using IntakeBot.Core.Hotline;

namespace IntakeBot.Messenger;

/// <summary>
/// Lets screens be drawn no faster than Telegram takes them, over all chats. Who hides goes first; after a 429 everybody waits
/// as long as Telegram said.
/// </summary>
internal sealed class Pacer(int perSecond, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Bucket? _bucket = perSecond > 0 ? new(perSecond, perSecond) : null;
    private readonly LinkedList<TaskCompletionSource> _first = new();
    private readonly LinkedList<TaskCompletionSource> _others = new();
    private long _pausedAt;
    private TimeSpan _pause;
    private bool _draining;

    private TimeSpan PauseLeft => _pause - time.GetElapsedTime(_pausedAt);

    /// <summary>Telegram said 429: nobody calls before then.</summary>
    public void Pause(TimeSpan wait)
    {
        lock (_lock)
        {
            if (wait > PauseLeft)
            {
                (_pausedAt, _pause) = (time.GetTimestamp(), wait);
            }
        }
    }

    /// <summary>For what needs no turn of its own: waits only after a 429, and then in the row, so that not all come at once.</summary>
    public Task CalmAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (PauseLeft <= TimeSpan.Zero)
            {
                return Task.CompletedTask;
            }
        }

        return WaitAsync(hides: false, cancellationToken);
    }

    public async Task WaitAsync(bool hides, CancellationToken cancellationToken)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_first.Count + _others.Count == 0 && Delay() == TimeSpan.Zero)
            {
                return;
            }

            _ = (hides ? _first : _others).AddLast(turn);
            if (!_draining)
            {
                _draining = true;
                _ = DrainAsync();
            }
        }

        try
        {
            await turn.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Who went away must not use up a turn.
            lock (_lock)
            {
                _ = (hides ? _first : _others).Remove(turn);
            }

            throw;
        }
    }

    private TimeSpan Delay()
    {
        var left = PauseLeft;
        return left > TimeSpan.Zero ? left : _bucket?.Take(time.GetUtcNow()) ?? TimeSpan.Zero;
    }

    private async Task DrainAsync()
    {
        while (true)
        {
            TimeSpan wait;
            lock (_lock)
            {
                if (_first.Count + _others.Count == 0)
                {
                    _draining = false;
                    return;
                }

                wait = Delay();
                if (wait == TimeSpan.Zero)
                {
                    var queue = _first.Count > 0 ? _first : _others;
                    queue.First!.Value.SetResult();
                    queue.RemoveFirst();
                }
            }

            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, time);
            }
        }
    }
}
