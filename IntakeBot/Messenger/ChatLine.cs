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

    private readonly Lock _lock = new();
    private readonly Bucket _bucket = new(Burst, 1);
    private Work _waiting = new();
    private CancellationTokenSource _interrupt = new();
    private int _hides;
    private bool _busy;

    /// <summary>The one message that is edited; null: a new one must be sent.</summary>
    public int? Screen { get; set; }

    public DateTimeOffset LastUsed { get; private set; }

    /// <summary>Cancelled when Hide comes: whoever waits with an older drawing stops waiting.</summary>
    public CancellationToken Interrupt
    {
        get
        {
            lock (_lock)
            {
                return _interrupt.Token;
            }
        }
    }

    /// <summary>How often Hide was pressed here. What was handled for a press that came before may not draw after it.</summary>
    public int Hides
    {
        get
        {
            lock (_lock)
            {
                return _hides;
            }
        }
    }

    /// <summary>Adds a delivery; true where the caller has to start a pump. <paramref name="hides"/>: the count when its update came.</summary>
    public bool Add(Delivery delivery, int hides, DateTimeOffset now, out Task done)
    {
        lock (_lock)
        {
            LastUsed = now;
            if (delivery.Pressed is { } pressed && pressed != Screen)
            {
                if (Screen is { } stray)
                {
                    _waiting.Delete.Add(stray);
                }

                Screen = pressed;
            }

            if (delivery.Drawing is { } drawing && (delivery.Hides || hides == _hides) && (Screen is not null || !delivery.OnlyEdits))
            {
                _waiting.Drawing = drawing;
                _waiting.OnlyEdits = delivery.OnlyEdits;
                _waiting.Hides |= delivery.Hides;
            }

            if (delivery.Delete is { } delete)
            {
                _waiting.Delete.Add(delete);
            }

            if (delivery.Callback is { } callback)
            {
                _waiting.Callbacks.Add(callback);
            }

            if (delivery.Hides)
            {
                _hides++;
                _interrupt.Cancel();
                _interrupt.Dispose();
                _interrupt = new();
            }

            done = _waiting.Done.Task;
            var start = !_busy;
            _busy = true;
            return start;
        }
    }

    /// <summary>All that waits; null, and the pump is over, where nothing does.</summary>
    public Work? Take()
    {
        lock (_lock)
        {
            if (_waiting.IsEmpty)
            {
                _busy = false;
                return null;
            }

            var work = _waiting;
            _waiting = new();
            return work;
        }
    }

    /// <summary>Puts work back that could not be done: its drawing counts only where no newer one has come.</summary>
    public void PutBack(Work work)
    {
        lock (_lock)
        {
            if (_waiting.Drawing is null)
            {
                (_waiting.Drawing, _waiting.Hides, _waiting.OnlyEdits) = (work.Drawing, work.Hides, work.OnlyEdits);
            }

            _waiting.Tries = work.Tries;
            _waiting.Delete.InsertRange(0, work.Delete);
            _waiting.Callbacks.InsertRange(0, work.Callbacks);
            _ = _waiting.Done.Task.ContinueWith(_ => work.Done.TrySetResult(), TaskScheduler.Default);
        }
    }

    public TimeSpan DrawDelay(DateTimeOffset now)
    {
        lock (_lock)
        {
            return _bucket.Take(now);
        }
    }

    public void Dispose() => _interrupt.Dispose();

    internal sealed class Work
    {
        public Drawing? Drawing { get; set; }

        public bool Hides { get; set; }

        public bool OnlyEdits { get; set; }

        public List<int> Delete { get; } = [];

        public List<string> Callbacks { get; } = [];

        /// <summary>How often drawing has failed.</summary>
        public int Tries { get; set; }

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsEmpty => Drawing is null && Delete.Count == 0 && Callbacks.Count == 0;
    }
}
