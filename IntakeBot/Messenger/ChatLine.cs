using IntakeBot.Core.Hotline;

namespace IntakeBot.Messenger;

/// <summary>
/// What is still to be done in one chat, and which message is its screen. Only the newest drawing counts: an older one that
/// has not been sent yet is never sent. Memory only.
/// </summary>
internal sealed class ChatLine : IDisposable
{
    /// <summary>Telegram takes about one change a second in one chat; a few more at once are let through.</summary>
    private const int Burst = 8;

    private const int SeenKept = 16;
    private const int GoneKept = 8;

    /// <summary>Answers that may wait where a press is not handled. Telegram stops the others turning by itself.</summary>
    private const int MostUnheard = 8;

    private readonly Lock _lock = new();
    private readonly Bucket _bucket = new(Burst, 1);
    private readonly Queue<string> _seen = new();
    private readonly Queue<int> _gone = new();
    private readonly Func<Task> _pump;
    private Work? _waiting;
    private CancellationTokenSource? _overtaken;
    private Drawing? _mend;
    private int? _screen;
    private int _hides;
    private int _cuts;
    private long _lastUsed;
    private long _oldest;
    private bool _isBusy;
    private bool _isRetired;

    /// <param name="pump">Takes work from the line it is given until there is none; must not do so before it has yielded.</param>
    public ChatLine(Func<ChatLine, Task> pump) => _pump = () => pump(this);

    /// <summary>The one message that is edited; null: a new one must be sent.</summary>
    public int? Screen => Locked(() => _screen);

    /// <summary>How often Hide was pressed here. What was handled for a press that came before may not draw after it.</summary>
    public int Hides => Locked(() => _hides);

    /// <summary>A call that Hide overtook has not come back: what is drawn now may be drawn over by it.</summary>
    public bool IsUnsure => Locked(() => _cuts > 0);

    /// <summary>When the oldest of what is being done here was asked for, as a timestamp; 0: nothing is being done.</summary>
    public long Oldest => Locked(() => _oldest);

    /// <summary>Ends when nothing is left to do.</summary>
    public Task Pump { get; private set; } = Task.CompletedTask;

    private Work Waiting => _waiting ??= new();

    /// <summary>
    /// Adds a delivery; null, and nothing was added, where the line was retired meanwhile: then the chat needs a new one.
    /// <paramref name="hides"/>: the count when its update came.
    /// </summary>
    public Task<bool>? Add(Delivery delivery, int hides, long now)
    {
        CancellationTokenSource? overtaken = null;
        Task<bool> done;
        lock (_lock)
        {
            if (_isRetired)
            {
                return null;
            }

            // A cover is drawn unasked: the chat is forgotten half an hour after she was last heard of.
            (_lastUsed, Waiting.Asked) = (delivery.OnlyEdits ? _lastUsed : now, now);
            Waiting.Oldest = Waiting.Oldest == 0 ? now : Waiting.Oldest;
            var counts = delivery.Drawing is not null && (delivery.Hides || hides == _hides) && (_screen is not null || !delivery.OnlyEdits);
            NotePressed(delivery.Pressed, counts);
            if (delivery.Fresh && counts && _screen is { } old)
            {
                Discard(old);
                _screen = null;
            }

            if (counts)
            {
                Waiting.Drawing = delivery.Drawing;
                (Waiting.OnlyEdits, Waiting.IsPatient) = (delivery.OnlyEdits, delivery.IsPatient);
                Waiting.Hides |= delivery.Hides;
            }

            Waiting.Delete.AddRange(delivery.Delete is { } delete ? [delete] : []);
            NoteCallback(delivery.Callback, isHeard: delivery.Pressed is not null);
            if (delivery.Hides)
            {
                _hides++;
                (overtaken, _overtaken) = (_overtaken, null);
            }

            done = Waiting.Done.Task;
            Start();
        }

        // Marked at once; who waited goes on elsewhere.
        _ = overtaken?.CancelAsync();
        return done;
    }

    /// <summary>All that waits; null, and the pump is over, where nothing does.</summary>
    public Work? Take()
    {
        lock (_lock)
        {
            var work = _waiting;
            _waiting = null;
            if (work is null or { IsEmpty: true })
            {
                // Thousands of lines are idle: nothing of the pump is kept.
                work?.Finish();
                (_isBusy, _overtaken, _oldest, Pump) = (false, null, 0, Task.CompletedTask);
                return null;
            }

            _oldest = work.Oldest;
            work.Overtaken = (_overtaken ??= new()).Token;
            return work;
        }
    }

    /// <summary>Puts work back that could not be done: its drawing counts only where no newer one has come.</summary>
    public void PutBack(Work work)
    {
        lock (_lock)
        {
            if (Waiting.Drawing is null)
            {
                (Waiting.Drawing, Waiting.Hides, Waiting.OnlyEdits, Waiting.IsPatient) = (work.Drawing, work.Hides, work.OnlyEdits, work.IsPatient);
            }

            Waiting.Asked = Math.Max(Waiting.Asked, work.Asked);
            Waiting.Oldest = work.Oldest == 0 ? Waiting.Oldest : work.Oldest;
            Waiting.Tries = work.Tries;
            Waiting.Delete.InsertRange(0, work.Delete);
            Waiting.Callbacks.InsertRange(0, work.Callbacks);
            Waiting.WasTooOld |= work.WasTooOld;
            _ = Waiting.Done.Task.ContinueWith(
                done => _ = done.IsCompletedSuccessfully ? work.Done.TrySetResult(done.Result) : work.Done.TrySetCanceled(),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
    }

    /// <summary>A new message was sent: it is the screen, or, where another became it meanwhile, it goes.</summary>
    public void Sent(int message)
    {
        lock (_lock)
        {
            if (_screen is null)
            {
                _screen = message;
            }
            else if (_screen != message)
            {
                Discard(message);
                Start();
            }
        }
    }

    /// <summary>The message is no more.</summary>
    public void Lose(int message) => Locked(() => _screen = _screen == message ? null : _screen);

    /// <summary>Hide did not wait for <paramref name="call"/>, which may still arrive after the cover.</summary>
    public void Cut(Task call)
    {
        lock (_lock)
        {
            _cuts++;
        }

        _ = call.ContinueWith(
            done =>
            {
                _ = done.Exception;
                lock (_lock)
                {
                    if (--_cuts == 0 && _mend is { } drawing)
                    {
                        _mend = null;
                        DrawAgain(drawing);
                    }
                }
            },
            CancellationToken.None,
            TaskContinuationOptions.None,
            TaskScheduler.Default);
    }

    /// <summary>Draws once more what was drawn while a cut call was under way, as soon as that has come back.</summary>
    public void Mend(Drawing drawing)
    {
        lock (_lock)
        {
            if (_cuts > 0)
            {
                _mend = drawing;
            }
            else
            {
                DrawAgain(drawing);
            }
        }
    }

    /// <summary>True where this very press was delivered before; of the latest only.</summary>
    public bool HasSeen(string callback) => Locked(() => _seen.Contains(callback));

    public TimeSpan DrawDelay(DateTimeOffset now) => Locked(() => _bucket.Take(now));

    /// <summary>True, and the line takes nothing more, where it is idle and was not used since.</summary>
    public bool TryRetire(long usedBefore)
    {
        lock (_lock)
        {
            _isRetired = _isRetired || (!_isBusy && _cuts == 0 && _lastUsed < usedBefore);
            return _isRetired;
        }
    }

    public void Dispose() => _overtaken?.Dispose();

    /// <summary>
    /// Of two screens the pressed one stays, because her eyes are on it. Where the press draws nothing there, behind a cover, it goes.
    /// </summary>
    private void NotePressed(int? pressed, bool draws)
    {
        if (pressed is not { } message || message == _screen)
        {
            return;
        }

        // A press on a message that is about to go must not bring it back: what is drawn there would go with it.
        if (_gone.Contains(message) || (_screen is not null && !draws))
        {
            Discard(message);
            return;
        }

        if (_screen is { } known)
        {
            Discard(known);
        }

        _screen = message;
    }

    private void Discard(int message)
    {
        Waiting.Delete.Add(message);
        if (_gone.Count == GoneKept)
        {
            _ = _gone.Dequeue();
        }

        _gone.Enqueue(message);
    }

    private void NoteCallback(string? callback, bool isHeard)
    {
        if (callback is null || (!isHeard && Waiting.Callbacks.Count >= MostUnheard))
        {
            return;
        }

        Waiting.Callbacks.Add(callback);
        if (_seen.Count == SeenKept)
        {
            _ = _seen.Dequeue();
        }

        _seen.Enqueue(callback);
    }

    private void DrawAgain(Drawing drawing)
    {
        if (Waiting.Drawing is null)
        {
            (Waiting.Drawing, Waiting.Hides) = (drawing, true);
        }

        Start();
    }

    private void Start()
    {
        if (!_isBusy)
        {
            _isBusy = true;
            Pump = _pump();
        }
    }

    private T Locked<T>(Func<T> act)
    {
        lock (_lock)
        {
            return act();
        }
    }
}
