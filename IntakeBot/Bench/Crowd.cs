using System.Collections.Concurrent;
using System.Diagnostics;
using IntakeBot.Phone;

namespace IntakeBot.Bench;

/// <summary>So many people at once in one simulated Telegram. Who has passed the gate waits in a pool until questions are asked.</summary>
internal sealed class Crowd(PhoneWorld world, int people, TimeSpan think)
{
    private readonly ConcurrentQueue<Walker> _behindGate = new();
    private readonly ConcurrentQueue<Walker> _all = new();

    /// <summary>What everybody who passed the gate has pressed.</summary>
    public IEnumerable<string> Pressed => _all.Select(w => w.Pressed);

    /// <summary>Person after person from /start to the first question, until the time is over.</summary>
    public Task<PhaseResult> GateAsync(TimeSpan time) => RunAsync(time, () => async () =>
    {
        var walker = new Walker(world.Join("Bench"), world.Bot);
        var start = Stopwatch.GetTimestamp();
        await walker.PassGateAsync();
        _all.Enqueue(walker);
        _behindGate.Enqueue(walker);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    });

    /// <summary>Answer after answer, person after person, until the time or the pool is over.</summary>
    public Task<PhaseResult> AnswerAsync(TimeSpan time) => RunAsync(time, () =>
    {
        Walker? walker = null;
        return async () =>
        {
            if (walker is { IsThrough: false })
            {
                await Task.Delay(think);
            }
            else if (!_behindGate.TryDequeue(out walker))
            {
                return null;
            }

            return await walker.AnswerAsync();
        };
    });

    /// <summary><paramref name="act"/> makes each of the crowd something to repeat: its milliseconds, or null when nobody is left.</summary>
    private async Task<PhaseResult> RunAsync(TimeSpan time, Func<Func<Task<double?>>> act)
    {
        var noted = new ConcurrentBag<(double Milliseconds, bool InTime)>();
        var start = Stopwatch.GetTimestamp();
        var window = time;
        var unanswered = 0;
        async Task OneAsync()
        {
            await Task.Yield();
            var next = act();
            try
            {
                while (Stopwatch.GetElapsedTime(start) < window)
                {
                    if (await next() is { } milliseconds)
                    {
                        noted.Add((milliseconds, Stopwatch.GetElapsedTime(start) <= window));
                    }
                    else
                    {
                        // What the others still do is no longer a full crowd's work.
                        window = Stopwatch.GetElapsedTime(start);
                    }
                }
            }
            catch (TimeoutException)
            {
                _ = Interlocked.Increment(ref unanswered);
            }
        }

        await Task.WhenAll(Enumerable.Range(0, people).Select(_ => OneAsync()));
        return new()
        {
            Seconds = window.TotalSeconds,
            Done = noted.Count(n => n.InTime),
            DoneInAll = noted.Count,
            Unanswered = unanswered,
            Times = Latencies.Of(noted.Where(n => n.InTime).Select(n => n.Milliseconds)),
        };
    }
}
