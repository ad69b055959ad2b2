using System.Collections.Concurrent;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Core.Hotline;

/// <summary>
/// Where Argon2id runs: a few threads of its own, beside the presses, to which they give way. Typed codes come first; in between it prepares codes ahead, so that
/// nobody waits for one. Whatever a code leads to, to nothing as well, the same is read and the same is tried.
/// </summary>
public sealed class CodeLane : IAsyncDisposable
{
    /// <summary>Codes kept ready.</summary>
    public const int Ahead = 8;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ServerKey _server;
    private readonly ArgonProfile _profile;
    private readonly Func<MailboxTag, Mailbox?> _nearest;
    private readonly int _mostWaiting;
    private readonly Mailbox _dummy = Mailbox.Locked(default);
    private readonly ConcurrentQueue<Typed> _typed = new();
    private readonly ConcurrentQueue<PreparedCode> _prepared = new();
    private readonly SemaphoreSlim _work = new(Ahead);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _ended = [];
    private int _waiting;
    private bool _isDisposed;

    /// <param name="server">Whose pepper the codes are made with.</param>
    /// <param name="nearest">The store's <c>FindNearest</c>.</param>
    /// <param name="profile">What one code costs.</param>
    /// <param name="limits">How many may wait.</param>
    /// <param name="atOnce">See <see cref="CodeLimits.AtOnce"/>.</param>
    public CodeLane(ServerKey server, Func<MailboxTag, Mailbox?> nearest, ArgonProfile profile, CodeLimits limits, int atOnce)
    {
        (_server, _nearest, _profile, _mostWaiting) = (server, nearest, profile, limits.Waiting);
        for (var i = 0; i < atOnce; i++)
        {
            var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _ended.Add(ended.Task);
            new Thread(() => Run(ended)) { IsBackground = true, Name = "codes", Priority = ThreadPriority.BelowNormal }.Start();
        }
    }

    /// <summary>Typed codes that wait for their turn.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Codes that are ready now.</summary>
    public int Ready => _prepared.Count;

    /// <summary>Null where none is ready: "press again in a moment". The caller's from now on, to be disposed of.</summary>
    public PreparedCode? TryTakePrepared()
    {
        if (_isDisposed || !_prepared.TryDequeue(out var prepared))
        {
            return null;
        }

        _ = _work.Release();
        return prepared;
    }

    /// <summary>Null where too many wait. Its outcome is null for a code that is wrong, unknown or erased.</summary>
    public Task<OpenedMailbox?>? TryOpen(ReceiptCode code)
    {
        if (Interlocked.Increment(ref _waiting) > _mostWaiting || _isDisposed)
        {
            _ = Interlocked.Decrement(ref _waiting);
            return null;
        }

        var typed = new Typed(code);
        _typed.Enqueue(typed);
        _ = _work.Release();
        return typed.Done.Task;
    }

    /// <summary>Ends what runs; what waits is told that nothing came of it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        await _stop.CancelAsync();
        await Task.WhenAll(_ended);
        while (_typed.TryDequeue(out var typed))
        {
            _ = typed.Done.TrySetCanceled();
        }

        while (_prepared.TryDequeue(out var prepared))
        {
            prepared.Dispose();
        }

        _work.Dispose();
        _stop.Dispose();
    }

    /// <summary>As many releases as there are codes typed and codes to prepare, so each turn finds one of the two.</summary>
    private void Run(TaskCompletionSource ended)
    {
        try
        {
            Nice.GiveWay();
            while (true)
            {
                _work.Wait(_stop.Token);
                if (_typed.TryDequeue(out var typed))
                {
                    Open(typed);
                }
                else
                {
                    Prepare();
                }
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            ended.SetResult();
        }
    }

    /// <summary>Without memory now it is tried again, but not in a loop that takes a whole core.</summary>
    private void Prepare()
    {
        try
        {
            _prepared.Enqueue(PreparedCode.Make(_server, _profile));
        }
        catch (InsufficientMemoryException)
        {
            _ = _stop.Token.WaitHandle.WaitOne(Pause);
            _ = _work.Release();
        }
    }

    private void Open(Typed typed)
    {
        try
        {
            var keys = CodeKeys.Derive(typed.Code, _server, _profile);
            _ = typed.Done.TrySetResult(OpenedMailbox.Open(_nearest(keys.Tag) ?? _dummy, keys));
        }
        catch (Exception failure) when (failure is InsufficientMemoryException or StoreException)
        {
            // Whoever waits deals with it, as with any failure of the store at a press.
            _ = typed.Done.TrySetException(failure);
        }
        finally
        {
            _ = Interlocked.Decrement(ref _waiting);
        }
    }

    private sealed class Typed(ReceiptCode code)
    {
        public ReceiptCode Code => code;

        public TaskCompletionSource<OpenedMailbox?> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
