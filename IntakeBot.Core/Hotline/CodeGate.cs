using IntakeBot.Core.Intakes;

namespace IntakeBot.Core.Hotline;

/// <summary>
/// What stands before Argon2id, cheapest first: check digit, then this chat's hour and day, then all chats' hour and the queue. Memory
/// only; a chat is forgotten a day after its last code. Decides; never waits or derives.
/// </summary>
public sealed class CodeGate(CodeLimits limits, TimeProvider time)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<long, Queue<DateTimeOffset>> _tries = [];
    private readonly LastHour _all = new();

    /// <summary>Chats that it remembers.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _tries.Count;
            }
        }
    }

    /// <summary><paramref name="waiting"/>: codes of all chats that wait for their turn.</summary>
    public CodeVerdict Admit(long chat, CodeReading reading, int waiting)
    {
        if (reading != CodeReading.Whole)
        {
            return CodeVerdict.Mistyped;
        }

        lock (_lock)
        {
            var now = time.GetUtcNow();
            var tries = _tries.GetValueOrDefault(chat);
            Forget(tries, now);
            if (tries is not null && (tries.Count >= limits.PerDay || tries.Count(at => now - at < Hour) >= limits.PerHour))
            {
                return CodeVerdict.TooOften;
            }

            if (waiting >= limits.Waiting || _all.Count(now) >= limits.OverallPerHour)
            {
                return CodeVerdict.Busy;
            }

            if (tries is null)
            {
                _tries[chat] = tries = new();
            }

            tries.Enqueue(now);
            _all.Add(now);
            return CodeVerdict.Admitted;
        }
    }

    /// <summary>Forgets whom forgetting changes nothing for; to be called about once a minute.</summary>
    public void Sweep()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            foreach (var (chat, tries) in _tries)
            {
                Forget(tries, now);
                if (tries.Count == 0)
                {
                    _ = _tries.Remove(chat);
                }
            }
        }
    }

    private static void Forget(Queue<DateTimeOffset>? tries, DateTimeOffset now)
    {
        while (tries is not null && tries.TryPeek(out var first) && now - first >= Day)
        {
            _ = tries.Dequeue();
        }
    }
}
