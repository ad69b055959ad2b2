using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace IntakeBot.Phone;

/// <summary>
/// A bot's updates in the order of their ids, each kept until a call with a higher offset confirms it or its time is over.
/// <para>Numbers from tdlib/telegram-bot-api 10.0: messages live 24 h, presses 150 s, at most 100 000 wait, an offset more
/// than 10 beyond the end counts as none.</para>
/// </summary>
internal sealed class UpdateQueue(TimeProvider time)
{
    public static readonly TimeSpan MessageLife = TimeSpan.FromHours(24);
    public static readonly TimeSpan PressLife = TimeSpan.FromSeconds(150);
    private const int MostWaiting = 100_000;
    private const int Remembered = 1000;
    private static readonly HashSet<string> OnlyOnRequest = ["chat_member", "message_reaction", "message_reaction_count"];

    private readonly Lock _gate = new();
    private readonly Queue<Entry> _waiting = new();
    private readonly Queue<Entry> _remembered = new();
    private readonly Queue<byte[]> _again = new();
    private HashSet<string>? _allowed;
    private int _nextId = RandomNumberGenerator.GetInt32(100_000_000, 900_000_000);
    private TaskCompletionSource<PollEnd>? _poll;

    /// <summary>Why a long poll stopped waiting.</summary>
    internal enum PollEnd
    {
        Arrived,
        TimedOut,
        Superseded,
        WebhookSet,
    }

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    public bool IsPolled => Volatile.Read(ref _poll) is not null;

    /// <summary>The kinds that were asked for, or null for the default.</summary>
    public IReadOnlyCollection<string>? Allowed
    {
        get
        {
            lock (_gate)
            {
                return _allowed;
            }
        }
    }

    /// <summary>Sets which kinds are queued from now on; an empty list is the default.</summary>
    public void Allow(IReadOnlyCollection<string> kinds)
    {
        lock (_gate)
        {
            _allowed = kinds.Count == 0 ? null : [.. kinds];
        }
    }

    /// <summary>Queues an update and returns its id; 0 where the bot does not take this kind or too many wait.</summary>
    public int Enqueue(string kind, byte[] body, TimeSpan life)
    {
        lock (_gate)
        {
            if (!(_allowed?.Contains(kind) ?? !OnlyOnRequest.Contains(kind)))
            {
                return 0;
            }

            return Add(life, id => JsonBytes.Write((id, kind, body), static (writer, u) =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("update_id"u8, u.id);
                writer.WritePropertyName(u.kind);
                writer.WriteRawValue(u.body, skipInputValidation: true);
                writer.WriteEndObject();
            }));
        }
    }

    public int EnqueueRaw(JsonObject update)
    {
        lock (_gate)
        {
            return Add(MessageLife, id => WithId(update, id));
        }
    }

    public void Redeliver(int updateId)
    {
        lock (_gate)
        {
            _again.Enqueue(Remember(updateId).Json);
            EndPoll(PollEnd.Arrived);
        }
    }

    public int Duplicate(int updateId)
    {
        lock (_gate)
        {
            var original = Remember(updateId);
            return Add(MessageLife, id => WithId(JsonNode.Parse(original.Json)!.AsObject(), id));
        }
    }

    /// <summary>Forgets everything that waits.</summary>
    public void Drop()
    {
        lock (_gate)
        {
            _waiting.Clear();
        }
    }

    /// <summary>Ends the waiting call, if there is one, because a webhook took over.</summary>
    public void EndPollForWebhook()
    {
        lock (_gate)
        {
            EndPoll(PollEnd.WebhookSet);
        }
    }

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
                Confirm(offset);
                var updates = Read(limit);
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
                var end = await poll.Task.WaitAsync(left, time, cancellationToken).ConfigureAwait(false);
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

    private static byte[] WithId(JsonObject update, int id)
    {
        var copy = new JsonObject { ["update_id"] = id };
        foreach (var (name, value) in update.Where(p => p.Key != "update_id"))
        {
            copy[name] = value?.DeepClone();
        }

        return JsonBytes.Write(copy, static (writer, node) => node.WriteTo(writer));
    }

    private int Add(TimeSpan life, Func<int, byte[]> write)
    {
        if (_waiting.Count >= MostWaiting)
        {
            return 0;
        }

        var entry = new Entry(_nextId, write(_nextId), time.GetTimestamp(), life);
        _nextId++;
        _waiting.Enqueue(entry);
        if (_remembered.Count == Remembered)
        {
            _ = _remembered.Dequeue();
        }

        _remembered.Enqueue(entry);
        EndPoll(PollEnd.Arrived);
        return entry.Id;
    }

    private void Confirm(int offset)
    {
        if (offset < 0)
        {
            while (_waiting.Count > -(long)offset)
            {
                _ = _waiting.Dequeue();
            }
        }
        else if (offset <= _nextId + 10)
        {
            while (_waiting.TryPeek(out var first) && first.Id < offset)
            {
                _ = _waiting.Dequeue();
            }
        }
    }

    private List<byte[]> Read(int limit)
    {
        List<byte[]> updates = [];
        while (updates.Count < limit && _again.TryDequeue(out var again))
        {
            updates.Add(again);
        }

        foreach (var entry in _waiting)
        {
            if (updates.Count >= limit)
            {
                break;
            }

            if (time.GetElapsedTime(entry.QueuedAt) < entry.Life)
            {
                updates.Add(entry.Json);
            }
        }

        return updates;
    }

    private Entry Remember(int updateId) =>
        _remembered.FirstOrDefault(e => e.Id == updateId)
        ?? throw new ArgumentException($"No update {updateId} among the last {Remembered}.", nameof(updateId));

    private void EndPoll(PollEnd end) => Interlocked.Exchange(ref _poll, value: null)?.TrySetResult(end);

    private sealed record Entry(int Id, byte[] Json, long QueuedAt, TimeSpan Life);
}
