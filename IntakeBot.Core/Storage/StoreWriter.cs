using System.Diagnostics.CodeAnalysis;
using IntakeBot.Core.Sealing;
using LiteDB;

namespace IntakeBot.Core.Storage;

/// <summary>
/// The one thread that writes: takes all changes that wait, writes them in one transaction, brings it to the disk and only
/// then answers. The first error of engine or disk ends it for good; what it had not answered is answered with that error.
/// </summary>
internal sealed class StoreWriter : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly StoreEngine _engine;
    private readonly ErasedBook _erased;
    private readonly RowTable _table;
    private readonly TimeProvider _time;
    private readonly WaitingChanges _waiting = new();
    private readonly TaskCompletionSource<StoreException> _failure = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITimer _watch;
    private readonly Lock _turn = new();

    [SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "Who reads it ends it.")]
    private StoreSnapshot? _snapshot;
    private long _busySince;

    public StoreWriter(StoreEngine engine, ErasedBook erased, TimeProvider time)
    {
        (_engine, _erased, _time) = (engine, erased, time);
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

    public Task<bool> CommitAsync(Change change) => _waiting.AddAsync(change);

    /// <summary>All rows as they are between two commits. One at a time.</summary>
    public StoreSnapshot Snapshot()
    {
        lock (_turn)
        {
            return _snapshot is null ? _snapshot = new(Reader, EndSnapshot) : throw new InvalidOperationException("Another snapshot is being read.");
        }
    }

    /// <summary>Ends the store for good; the first cause counts. From any thread, also from inside the engine.</summary>
    public void Fail(Exception cause)
    {
        var failure = new StoreException($"The store failed ({Say(cause)}) and writes no more; start the program again: nothing acknowledged is lost.");
        if (_failure.TrySetResult(failure))
        {
            _engine.Stop();
            _waiting.Refuse(failure);
        }
    }

    /// <summary>Writes what waits, then ends. After a failure the thread may be stuck inside the engine and is left behind.</summary>
    public async ValueTask DisposeAsync()
    {
        await _watch.DisposeAsync();
        _waiting.Complete();
        _ = await Task.WhenAny(_ended.Task, _failure.Task);
        Reader.Dispose();
    }

    private void Run()
    {
        try
        {
            while (_waiting.Take() is { Count: > 0 } together)
            {
                lock (_turn)
                {
                    Write(together);
                }

                _waiting.Answer();
            }
        }
        catch (Exception cause) when (cause is not OutOfMemoryException)
        {
            Fail(cause);
        }
        finally
        {
            _ended.SetResult();
        }
    }

    private void Write(IReadOnlyList<WaitingChanges.Waiting> together)
    {
        Volatile.Write(ref _busySince, _time.GetTimestamp());
        _snapshot?.Keep(together.SelectMany(w => w.Change.Writes));
        _table.Prepare(together.Select(w => w.Change));
        _ = _engine.Lite.BeginTrans();
        foreach (var waiting in together)
        {
            waiting.Fits = _table.TryApply(waiting.Change);
        }

        // Before the rows go: whatever happens from here on, they are taken out at the next start.
        _erased.Add([.. together.Where(w => w.Fits).SelectMany(w => w.Change.Writes).OfType<RowWrite.Put>().Select(p => p.Row).OfType<Tombstone>()]);
        if (!_engine.Lite.Commit())
        {
            throw new StoreException("the engine did not commit");
        }

        _engine.Checkpoint();
        _table.Publish();
        StoreMeter.Commits.Add(1);
        StoreMeter.Changes.Add(together.Count);
        Volatile.Write(ref _busySince, 0);
    }

    private void EndSnapshot()
    {
        lock (_turn)
        {
            _snapshot = null;
        }
    }

    /// <summary>The engine can wait for ever for a background task of its own that has died; nobody who waits for us should.</summary>
    private void Watch()
    {
        if (Volatile.Read(ref _busySince) is var since and not 0 && _time.GetElapsedTime(since) > Patience)
        {
            Fail(new TimeoutException($"one commit took more than {Patience.TotalSeconds} s"));
        }
    }

    /// <summary>The engine's own words may quote a key, so only the disk's and ours are passed on.</summary>
    private static string Say(Exception cause) => cause switch
    {
        IOException or StoreException or TimeoutException => cause.Message,
        LiteException failure => $"engine error {failure.ErrorCode}",
        _ => cause.GetType().Name,
    };
}
