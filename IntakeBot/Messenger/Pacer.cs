using IntakeBot.Core.Hotline;

namespace IntakeBot.Messenger;

/// <summary>
/// Lets screens be drawn no faster than Telegram takes them, over all chats. Who hides goes first, receipt codes last; after a 429 everybody waits
/// as long as Telegram said.
/// </summary>
internal sealed class Pacer(int perSecond, TimeProvider time)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private readonly Lock _lock = new();
    private readonly Bucket? _bucket = perSecond > 0 ? new(perSecond, perSecond) : null;
    private readonly LinkedList<TaskCompletionSource> _first = new();
    private readonly LinkedList<TaskCompletionSource> _others = new();
    private readonly LinkedList<TaskCompletionSource> _last = new();
    private long _pausedAt;
    private TimeSpan _pause;
    private bool _draining;

    private bool IsEmpty => _first.Count + _others.Count + _last.Count == 0;

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

        return WaitAsync(Turn.Usual, cancellationToken);
    }

    public async Task WaitAsync(Turn when, CancellationToken cancellationToken)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if ((when is Turn.Last ? IsEmpty : _first.Count + _others.Count == 0) && Delay(when) == TimeSpan.Zero)
            {
                return;
            }

            _ = QueueOf(when).AddLast(turn);
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
                _ = QueueOf(when).Remove(turn);
            }

            throw;
        }
    }

    private LinkedList<TaskCompletionSource> QueueOf(Turn when) => when switch
    {
        Turn.First => _first,
        Turn.Last => _last,
        _ => _others,
    };

    /// <summary>Who goes last leaves half a second's worth, so that the others need not wait for what it has used up.</summary>
    private TimeSpan Delay(Turn when)
    {
        var left = PauseLeft;
        return left > TimeSpan.Zero ? left : _bucket?.Take(time.GetUtcNow(), when is Turn.Last ? perSecond / 2 : 0) ?? TimeSpan.Zero;
    }

    private async Task DrainAsync()
    {
        while (true)
        {
            TimeSpan wait;
            lock (_lock)
            {
                if (IsEmpty)
                {
                    _draining = false;
                    return;
                }

                var queue = _first.Count > 0 ? _first : _others.Count > 0 ? _others : _last;
                wait = Delay(queue == _last ? Turn.Last : Turn.Usual);

                // Somebody may come meanwhile who need not leave anything.
                wait = queue == _last && wait > Look ? Look : wait;
                if (wait == TimeSpan.Zero)
                {
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
