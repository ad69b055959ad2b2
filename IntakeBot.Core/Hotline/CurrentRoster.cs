using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Hotline;

/// <summary>The roster that counts now, for everybody who asks. Who changes it can wait for the intakes that were begun before.</summary>
public sealed class CurrentRoster(Roster first)
{
    private readonly Lock _lock = new();
    private readonly HashSet<TaskCompletionSource> _beginning = [];
    private volatile Page _page = new(first, []);

    public Roster Value => _page.Roster;

    public Recipients? RecipientsFor(string desk, Day today)
    {
        var page = _page;
        return page.Roster.RecipientsFor(desk, today, page.Closed);
    }

    /// <summary>Held from before the recipients are asked until what was sealed to them is on the disk.</summary>
    public IDisposable Begin()
    {
        var held = new Held(this);
        lock (_lock)
        {
            _ = _beginning.Add(held.Ended);
        }

        return held;
    }

    /// <summary>
    /// From now on <paramref name="roster"/> counts, and nothing is sealed to <paramref name="closed"/> places. Returns when everything that was
    /// being begun before has ended: what is begun from then on asks the new roster.
    /// </summary>
    public Task ReplaceAsync(Roster roster, IReadOnlyCollection<byte> closed)
    {
        lock (_lock)
        {
            _page = new(roster, closed);
            return Task.WhenAll(_beginning.Select(b => b.Task));
        }
    }

    private void End(TaskCompletionSource ended)
    {
        lock (_lock)
        {
            _ = _beginning.Remove(ended);
        }

        _ = ended.TrySetResult();
    }

    private sealed record Page(Roster Roster, IReadOnlyCollection<byte> Closed);

    private sealed class Held(CurrentRoster owner) : IDisposable
    {
        public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Dispose() => owner.End(Ended);
    }
}
