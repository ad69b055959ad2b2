using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Hotline;

/// <summary>The roster that counts now, for everybody who asks. Who changes it can wait for the intakes that were begun before.</summary>
public sealed class CurrentRoster(Roster first)
{
    private readonly Lock _lock = new();
    private readonly HashSet<TaskCompletionSource> _beginning = [];
    private volatile Roster _value = first;

    public Roster Value => _value;

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
    /// From now on <paramref name="roster"/> counts. Returns when everything that was being begun before has ended: what is begun from
    /// then on asks the new roster.
    /// </summary>
    public Task ReplaceAsync(Roster roster)
    {
        lock (_lock)
        {
            _value = roster;
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

    private sealed class Held(CurrentRoster owner) : IDisposable
    {
        public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Dispose() => owner.End(Ended);
    }
}
