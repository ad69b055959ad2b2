using System.Collections.Concurrent;

namespace IntakeBot.Phone;

/// <summary>What the bot called: how often each method, and the latest calls.</summary>
public sealed class PhoneRequests
{
    private const int Kept = 1000;
    private readonly ConcurrentDictionary<string, Counter> _counts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _gate = new();
    private readonly Queue<PhoneRequest> _recent = new();

    /// <summary>The latest calls, oldest first, at most a thousand.</summary>
    public IReadOnlyList<PhoneRequest> Recent
    {
        get
        {
            lock (_gate)
            {
                return [.. _recent];
            }
        }
    }

    /// <summary>How often a method was called since the start, whatever came of it.</summary>
    public long Count(string method) => _counts.TryGetValue(method, out var counter) ? counter.Value : 0;

    internal void Note(PhoneRequest request)
    {
        _counts.GetOrAdd(request.Method, static _ => new Counter()).Increment();
        lock (_gate)
        {
            if (_recent.Count == Kept)
            {
                _ = _recent.Dequeue();
            }

            _recent.Enqueue(request);
        }
    }

    private sealed class Counter
    {
        private long _value;

        public long Value => Interlocked.Read(ref _value);

        public void Increment() => Interlocked.Increment(ref _value);
    }
}
