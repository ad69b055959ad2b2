using System.Collections.Concurrent;

namespace IntakeBot.Messenger;

/// <summary>Carries deliveries out: per chat one after the other, over all chats as fast as Telegram takes them, Hide before everything.</summary>
internal sealed class Outbox(Courier courier, BotCalls calls, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<long, ChatLine> _lines = new();

    /// <summary>What a person sent goes by itself: a screen that waits for its turn must not keep a code that she typed in her chat.</summary>
    private readonly ConcurrentDictionary<long, ChatLine> _sent = new();
    private readonly ConcurrentDictionary<long, Task> _leaving = new();
    private readonly CancellationTokenSource _stopping = new();
    private int _busy;

    /// <summary>In how many chats a screen is still to be drawn or a press answered, and in how many something that was sent is to be deleted.</summary>
    public int Busy => Volatile.Read(ref _busy);

    /// <summary>How many chats wait for their screens, and how long the one that waits longest.</summary>
    public (int Chats, TimeSpan Longest) Waiting
    {
        get
        {
            var (chats, oldest) = (0, long.MaxValue);
            foreach (var (_, line) in _lines)
            {
                if (line.Oldest is > 0 and var asked)
                {
                    (chats, oldest) = (chats + 1, Math.Min(oldest, asked));
                }
            }

            return (chats, chats == 0 ? TimeSpan.Zero : time.GetElapsedTime(oldest));
        }
    }

    private IEnumerable<ChatLine> Lines => _lines.Values.Concat(_sent.Values);

    /// <summary>To be noted when an update comes, and handed back with its delivery.</summary>
    public int HidesOf(long chat) => _lines.TryGetValue(chat, out var line) ? line.Hides : 0;

    /// <summary>True where this very press was posted before: Telegram delivers an update again that it thinks was not confirmed.</summary>
    public bool HasSeen(long chat, string callback) => _lines.TryGetValue(chat, out var line) && line.HasSeen(callback);

    /// <summary>
    /// Completes when the delivery is done, given up or overtaken by a newer drawing; true where Telegram called the press too old.
    /// </summary>
    public Task<bool> Post(long chat, Delivery delivery, int hides) => Post(_lines, chat, delivery, hides);

    /// <summary>Deletes what a person sent, on both sides. Completes when it is gone or Telegram will not delete it.</summary>
    public Task DeleteAsync(long chat, int message) => Post(_sent, chat, new() { Delete = message }, hides: 0);

    /// <summary>Answers a button where no conversation is.</summary>
    public Task AnswerAsync(string callback) =>
        courier.CallAsync(() => calls.AnswerAsync(callback, _stopping.Token), time.GetTimestamp(), _stopping.Token);

    /// <summary>Leaves a group or channel, saying nothing; once, however much is said there meanwhile.</summary>
    public Task LeaveAsync(long chat) => _leaving.GetOrAdd(chat, LeaveOnceAsync);

    /// <summary>Forgets the screens of chats that were silent for half an hour.</summary>
    public void Sweep()
    {
        var before = time.GetTimestamp() - (long)(Remembered.TotalSeconds * time.TimestampFrequency);
        Sweep(_lines, before);
        Sweep(_sent, before);
    }

    /// <summary>At an orderly stop: what is under way is finished within the limit; the rest her next press brings.</summary>
    public async Task FinishAsync(TimeSpan limit)
    {
        await Task.WhenAll(Lines.Select(line => line.Pump)).WaitAsync(limit, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _stopping.CancelAsync();
    }

    public void Dispose() => _stopping.Dispose();

    private static void Sweep(ConcurrentDictionary<long, ChatLine> lines, long before)
    {
        foreach (var (chat, line) in lines)
        {
            if (line.TryRetire(before) && lines.TryRemove(new(chat, line)))
            {
                line.Dispose();
            }
        }
    }

    private Task<bool> Post(ConcurrentDictionary<long, ChatLine> lines, long chat, Delivery delivery, int hides)
    {
        while (true)
        {
            var line = lines.GetOrAdd(chat, id => new(one => PumpAsync(id, one)));
            if (line.Add(delivery, hides, time.GetTimestamp()) is { } done)
            {
                return done;
            }

            _ = lines.TryRemove(new(chat, line));
        }
    }

    private async Task PumpAsync(long chat, ChatLine line)
    {
        _ = Interlocked.Increment(ref _busy);
        try
        {
            await courier.RunAsync(chat, line, _stopping.Token);
        }
        finally
        {
            _ = Interlocked.Decrement(ref _busy);
        }
    }

    private async Task LeaveOnceAsync(long chat)
    {
        await Task.Yield();
        try
        {
            _ = await courier.CallAsync(() => calls.LeaveAsync(chat, _stopping.Token), time.GetTimestamp(), _stopping.Token);
        }
        finally
        {
            _ = _leaving.TryRemove(chat, out _);
        }
    }
}
