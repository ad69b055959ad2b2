using System.Security.Cryptography;

namespace IntakeBot.Phone;

/// <summary>
/// A bot's updates in the order of their ids, each kept until a higher offset confirms it or its time is over.
/// Not thread-safe.
/// <para>Numbers from tdlib/telegram-bot-api 10.0: at most 100 000 wait; an offset more than 10 beyond the
/// end counts as none.</para>
/// </summary>
internal sealed class UpdateStore(TimeProvider time)
{
    private const int MostWaiting = 100_000;
    private const int MostRemembered = 1000;
    private readonly Queue<Entry> _waiting = new();
    private readonly Queue<Entry> _remembered = new();
    private readonly Queue<byte[]> _again = new();
    private int _nextId = RandomNumberGenerator.GetInt32(100_000_000, 900_000_000);

    public int Count => _waiting.Count;

    public bool IsDoubled { get; set; }

    public bool IsReversed { get; set; }

    /// <summary>The ids begin anew, lower by this, as soon as nothing waits.</summary>
    public int Lower { get; set; }

    /// <summary>Returns the new update's id; 0 where too many wait already.</summary>
    public int Add(TimeSpan life, Func<int, byte[]> write)
    {
        if (_waiting.Count >= MostWaiting)
        {
            return 0;
        }

        if (Lower > 0 && _waiting.Count == 0)
        {
            (_nextId, Lower) = (Math.Max(1, _nextId - Lower), 0);
        }

        var entry = new Entry(_nextId, write(_nextId), time.GetTimestamp(), life);
        _nextId++;
        _waiting.Enqueue(entry);
        if (_remembered.Count == MostRemembered)
        {
            _ = _remembered.Dequeue();
        }

        _remembered.Enqueue(entry);
        return entry.Id;
    }

    /// <summary>Forgets what lies below the offset; a negative one keeps only so many of the last.</summary>
    public void Confirm(int offset)
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

    public IReadOnlyList<byte[]> Read(int limit)
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
                updates.AddRange(IsDoubled && updates.Count < limit ? [entry.Json] : []);
            }
        }

        if (IsReversed)
        {
            updates.Reverse();
        }

        return updates;
    }

    /// <summary>What waits, once more what was to come again, and nothing is confirmed by it.</summary>
    public IReadOnlyList<(int Id, byte[] Json)> Waiting()
    {
        List<(int Id, byte[] Json)> updates = [.. _waiting.Where(e => time.GetElapsedTime(e.QueuedAt) < e.Life).Select(e => (e.Id, e.Json))];
        while (_again.TryDequeue(out var again))
        {
            updates.Add((0, again));
        }

        return updates;
    }

    /// <summary>Forgets one, wherever it stands.</summary>
    public void Remove(int id)
    {
        for (var left = _waiting.Count; left > 0; left--)
        {
            if (_waiting.Dequeue() is var entry && entry.Id != id)
            {
                _waiting.Enqueue(entry);
            }
        }
    }

    public void Skip(int ids) => _nextId += ids;

    /// <summary>Puts an update before all others once more, confirmed or not.</summary>
    public void Again(int updateId) => _again.Enqueue(Remembered(updateId));

    /// <summary>Returns the JSON of one of the last thousand updates.</summary>
    public byte[] Remembered(int updateId) =>
        _remembered.FirstOrDefault(e => e.Id == updateId)?.Json
        ?? throw new ArgumentException($"No update {updateId} among the last {MostRemembered}.", nameof(updateId));

    public void Clear() => _waiting.Clear();

    private sealed record Entry(int Id, byte[] Json, long QueuedAt, TimeSpan Life);
}
