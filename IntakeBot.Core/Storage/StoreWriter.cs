using System.Threading.Channels;
using LiteDB;

namespace IntakeBot.Core.Storage;

/// <summary>
/// The one thread that writes: takes all changes that wait, writes them in one transaction, brings it to the disk and only
/// then answers. The first error of engine or disk ends it for good; what it had not answered is answered with that error.
/// </summary>
internal sealed class StoreWriter : IAsyncDisposable
{
    private const int MostTogether = 512;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly StoreEngine _engine;
    private readonly RowTable _table;
    private readonly TimeProvider _time;
    private readonly Channel<Pending> _queue = Channel.CreateBounded<Pending>(new BoundedChannelOptions(4 * MostTogether));
    private readonly TaskCompletionSource<StoreException> _failure = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Pending> _batch = new(MostTogether);
    private readonly ITimer _watch;
    private long _busySince;

    public StoreWriter(StoreEngine engine, TimeProvider time)
    {
        (_engine, _time) = (engine, time);
        Reader = new RowReader(engine.Lite, Fail);
        _table = new RowTable(engine.Lite, Reader, Recent);
        engine.TellOfErrors(Fail);
        _watch = time.CreateTimer(_ => Watch(), state: null, Patience / 4, Patience / 4);
        new Thread(Run) { IsBackground = true, Name = "store writer" }.Start();
    }

    public RowReader Reader { get; }

    public RecentRows Recent { get; } = new();

    /// <summary>Completes, with what happened, when the store has failed.</summary>
    public Task<StoreException> Failure => _failure.Task;

    public async Task<bool> CommitAsync(Change change)
    {
        var pending = new Pending(change);
        try
        {
            await _queue.Writer.WriteAsync(pending);
        }
        catch (ChannelClosedException)
        {
            throw Refusal();
        }

        return await pending.Done.Task;
    }

    public void Fail(Exception cause)
    {
        if (!_failure.TrySetResult(new StoreException($"The store failed ({Kind(cause)}) and writes no more; start the program again: nothing acknowledged is lost.")))
        {
            return;
        }

        _engine.Stop();
        _ = _queue.Writer.TryComplete();
        AnswerWithFailure();
    }

    /// <summary>Writes what waits, then ends. After a failure the thread may be stuck inside the engine and is left behind.</summary>
    public async ValueTask DisposeAsync()
    {
        await _watch.DisposeAsync();
        _ = _queue.Writer.TryComplete();
        _ = await Task.WhenAny(_ended.Task, _failure.Task);
        Reader.Dispose();
    }

    private void Run()
    {
        try
        {
            while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            {
                Together();
            }
        }
        catch (Exception cause) when (cause is not OutOfMemoryException)
        {
            Fail(cause);
        }
        finally
        {
            AnswerWithFailure();
            _ended.SetResult();
        }
    }

    private void Together()
    {
        lock (_batch)
        {
            while (_batch.Count < MostTogether && _queue.Reader.TryRead(out var next))
            {
                _batch.Add(next);
            }
        }

        Volatile.Write(ref _busySince, _time.GetTimestamp());
        _table.Prepare(_batch.Select(p => p.Change));
        _ = _engine.Lite.BeginTrans();
        foreach (var pending in _batch)
        {
            pending.Fits = _table.TryApply(pending.Change);
        }

        if (!_engine.Lite.Commit())
        {
            throw new StoreException("The engine did not commit.");
        }

        _engine.Checkpoint();
        _table.Publish();
        Volatile.Write(ref _busySince, 0);
        lock (_batch)
        {
            foreach (var pending in _batch)
            {
                _ = pending.Done.TrySetResult(pending.Fits);
            }

            _batch.Clear();
        }
    }

    /// <summary>The engine can wait for ever for a background task of its own that has died; nobody who waits for us should.</summary>
    private void Watch()
    {
        if (Volatile.Read(ref _busySince) is var since and not 0 && _time.GetElapsedTime(since) > Patience)
        {
            Fail(new TimeoutException($"One commit took more than {Patience.TotalSeconds} s."));
        }
    }

    private void AnswerWithFailure()
    {
        lock (_batch)
        {
            while (_queue.Reader.TryRead(out var next))
            {
                _batch.Add(next);
            }

            foreach (var pending in _batch)
            {
                _ = pending.Done.TrySetException(Refusal());
            }

            _batch.Clear();
        }
    }

    /// <summary>The engine's own words may quote a key, so only the disk's and ours are passed on.</summary>
    private static string Kind(Exception cause) => cause switch
    {
        IOException or StoreException or TimeoutException => cause.Message,
        LiteException failure => $"engine error {failure.ErrorCode}",
        _ => cause.GetType().Name,
    };

    private StoreException Refusal() => _failure.Task.IsCompletedSuccessfully
        ? new StoreException(_failure.Task.Result.Message)
        : new StoreException("The store is closed.");

    private sealed class Pending(Change change)
    {
        public Change Change => change;

        public bool Fits { get; set; }

        public TaskCompletionSource<bool> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
