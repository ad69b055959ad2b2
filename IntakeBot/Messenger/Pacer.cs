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
    private DateTimeOffset _pausedUntil;
    private bool _draining;

    /// <summary>Telegram said 429: nobody draws before then.</summary>
    public void Pause(TimeSpan wait)
    {
        lock (_lock)
        {
            var until = time.GetUtcNow() + wait;
            _pausedUntil = until > _pausedUntil ? until : _pausedUntil;
        }
    }

    public Task WaitAsync(bool hides, CancellationToken cancellationToken)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_first.Count + _others.Count == 0 && Delay() == TimeSpan.Zero)
            {
                return Task.CompletedTask;
            }

            _ = (hides ? _first : _others).AddLast(turn);
            if (!_draining)
            {
                _draining = true;
                _ = DrainAsync();
            }
        }

        return turn.Task.WaitAsync(cancellationToken);
    }

    private TimeSpan Delay()
    {
        var now = time.GetUtcNow();
        return now < _pausedUntil ? _pausedUntil - now : _bucket?.Take(now) ?? TimeSpan.Zero;
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
