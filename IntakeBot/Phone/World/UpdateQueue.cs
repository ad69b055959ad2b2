using System.Text.Json.Nodes;

namespace IntakeBot.Phone;

/// <summary>
/// How updates reach a bot: who may wait for them, which kinds it takes, and how long they keep. Thread-safe.
/// </summary>
internal sealed class UpdateQueue(TimeProvider time)
{
    /// <summary>How long most updates wait, as in tdlib/telegram-bot-api 10.0.</summary>
    public static readonly TimeSpan MessageLife = TimeSpan.FromHours(24);

    /// <summary>How long a press waits there: two and a half minutes of outage lose it.</summary>
    public static readonly TimeSpan PressLife = TimeSpan.FromSeconds(150);

    private static readonly HashSet<string> OnlyOnRequest = ["chat_member", "message_reaction", "message_reaction_count"];
    private readonly Lock _gate = new();
    private readonly UpdateStore _store = new(time);
    private HashSet<string>? _allowed;
    private TaskCompletionSource<PollEnd>? _poll;

    public int Count => Locked(() => _store.Count);

    public bool IsPolled => Volatile.Read(ref _poll) is not null;

    /// <summary>The kinds that were asked for, or null for the default.</summary>
    public IReadOnlyCollection<string>? Allowed => Locked(() => _allowed);

    /// <summary>Sets which kinds are queued from now on; an empty list is the default.</summary>
    public void Allow(IReadOnlyCollection<string> kinds) =>
        Locked(() => _allowed = kinds.Count == 0 ? null : [.. kinds]);

    /// <summary>
    /// Queues an update and returns its id; 0 where the bot does not take this kind or too many wait.
    /// </summary>
    public int Enqueue(string kind, byte[] body, TimeSpan life) => Locked(() =>
        _allowed?.Contains(kind) ?? !OnlyOnRequest.Contains(kind)
            ? Arrive(_store.Add(life, id => UpdateJson.Update(id, kind, body)))
            : 0);

    /// <summary>Queues an update as it is, of whatever kind.</summary>
    public int EnqueueRaw(JsonObject update) =>
        Locked(() => Arrive(_store.Add(MessageLife, id => UpdateJson.WithId(update, id))));

    public int Duplicate(int updateId) => EnqueueRaw(JsonNode.Parse(Locked(() => _store.Remembered(updateId)))!.AsObject());

    public void Redeliver(int updateId) => Locked(() =>
    {
        _store.Again(updateId);
        return Arrive(updateId);
    });

    /// <summary>Every update is read twice.</summary>
    public bool IsDoubled
    {
        get => Locked(() => _store.IsDoubled);
        set => Locked(() => _store.IsDoubled = value);
    }

    /// <summary>What waits is read from its end.</summary>
    public bool IsReversed
    {
        get => Locked(() => _store.IsReversed);
        set => Locked(() => _store.IsReversed = value);
    }

    /// <summary>As after a silent week: the next id is lower, by so much, as soon as nothing waits.</summary>
    public void RestartIds(int lower) => Locked(() => _store.Lower = lower);

    /// <summary>Leaves out so many ids.</summary>
    public void Skip(int ids) => Locked(() =>
    {
        _store.Skip(ids);
        return 0;
    });

    /// <summary>Something came, or is to come again.</summary>
    public Signal Arrived { get; } = new();

    /// <summary>For who is brought them; id 0: brought once more, and not to be removed.</summary>
    public IReadOnlyList<(int Id, byte[] Json)> Waiting() => Locked(_store.Waiting);

    public void Remove(int id) => Locked(() =>
    {
        _store.Remove(id);
        return 0;
    });

    /// <summary>Forgets everything that waits.</summary>
    public void Drop() => Locked(() =>
    {
        _store.Clear();
        return 0;
    });

    /// <summary>Ends the waiting call, if there is one.</summary>
    public void EndPoll(PollEnd end) => Interlocked.Exchange(ref _poll, value: null)?.TrySetResult(end);

    /// <summary>
    /// Confirms what lies below <paramref name="offset"/> and returns what waits; where nothing does, waits for it, and
    /// ends whoever waited before.
    /// </summary>
    public async ValueTask<(PollEnd End, IReadOnlyList<byte[]> Updates)> TakeAsync(
        int offset, int limit, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            TaskCompletionSource<PollEnd> poll;
            TimeSpan left;
            lock (_gate)
            {
                _store.Confirm(offset);
                var updates = _store.Read(limit);
                left = timeout - time.GetElapsedTime(started);
                if (updates.Count > 0 || left <= TimeSpan.Zero)
                {
                    return (updates.Count > 0 ? PollEnd.Arrived : PollEnd.TimedOut, updates);
                }

                EndPoll(PollEnd.Superseded);
                _poll = poll = new TaskCompletionSource<PollEnd>(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            try
            {
                var end = await poll.Task.WaitAsync(left, time, cancellationToken);
                if (end != PollEnd.Arrived)
                {
                    return (end, []);
                }
            }
            catch (TimeoutException)
            {
                // Said by the clock, not by a fault: the next round reads once more and returns.
            }
            finally
            {
                _ = Interlocked.CompareExchange(ref _poll, value: null, poll);
            }
        }
    }

    private int Arrive(int id)
    {
        EndPoll(PollEnd.Arrived);
        Arrived.Raise();
        return id;
    }

    private T Locked<T>(Func<T> act)
    {
        lock (_gate)
        {
            return act();
        }
    }
}
