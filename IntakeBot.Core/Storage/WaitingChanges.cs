using System.Threading.Channels;

namespace IntakeBot.Core.Storage;

/// <summary>Changes between the callers who wait for them and the one thread that writes them. A full queue makes callers wait.</summary>
internal sealed class WaitingChanges
{
    private const int MostTogether = 512;

    private readonly Channel<Waiting> _queue = Channel.CreateBounded<Waiting>(4 * MostTogether);
    private readonly Lock _lock = new();
    private Waiting[] _taken = [];
    private volatile StoreException _refusal = new("The store is closed.");

    public async Task<bool> AddAsync(Change change)
    {
        var waiting = new Waiting(change);
        try
        {
            await _queue.Writer.WriteAsync(waiting);
        }
        catch (ChannelClosedException)
        {
            throw new StoreException(_refusal.Message);
        }

        return await waiting.Done.Task;
    }

    /// <summary>Blocks until something waits and takes all of it; nothing: no more will come. For the writer's thread.</summary>
    public IReadOnlyList<Waiting> Take()
    {
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            lock (_lock)
            {
                _taken = [.. Next().Take(MostTogether)];
            }

            if (_taken.Length > 0)
            {
                break;
            }
        }

        return _taken;
    }

    /// <summary>Answers what was taken last, each with whether it fitted.</summary>
    public void Answer()
    {
        lock (_lock)
        {
            Array.ForEach(_taken, w => w.Done.TrySetResult(w.Fits));
            _taken = [];
        }
    }

    /// <summary>Takes no more; what waits is still written.</summary>
    public void Complete() => _queue.Writer.TryComplete();

    /// <summary>Takes no more and answers all that waits, taken or not, with the reason.</summary>
    public void Refuse(StoreException reason)
    {
        _refusal = reason;
        _ = _queue.Writer.TryComplete();
        lock (_lock)
        {
            foreach (var waiting in _taken.Concat(Next()))
            {
                _ = waiting.Done.TrySetException(new StoreException(reason.Message));
            }

            _taken = [];
        }
    }

    private IEnumerable<Waiting> Next()
    {
        while (_queue.Reader.TryRead(out var next))
        {
            yield return next;
        }
    }

    /// <summary>One change and its caller. Callers go on elsewhere, never on the thread that answers.</summary>
    internal sealed class Waiting(Change change)
    {
        public Change Change => change;

        public bool Fits { get; set; }

        public TaskCompletionSource<bool> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
