namespace IntakeBot.Messenger;

/// <summary>How the messenger does, for the operator: a state and counts, nothing about anybody.</summary>
internal sealed class Health
{
    private int _state;
    private long _quarantined;
    private long _updates;
    private long _covers;
    private long _lastGood;

    public PollState State
    {
        get => (PollState)Volatile.Read(ref _state);
        set => Volatile.Write(ref _state, (int)value);
    }

    public Counts<PollOutcome> Polls { get; } = new();

    public Counts<CallOutcome> Calls { get; } = new();

    /// <summary>When a poll last came back well, as a timestamp; 0: none has.</summary>
    public long LastGood => Volatile.Read(ref _lastGood);

    /// <summary>Updates that could not be read or handled, since the start.</summary>
    public long Quarantined => Interlocked.Read(ref _quarantined);

    /// <summary>Updates that were handled, since the start.</summary>
    public long Updates => Interlocked.Read(ref _updates);

    /// <summary>Screens that were covered because nothing was pressed there, since the start.</summary>
    public long Covers => Interlocked.Read(ref _covers);

    public void Polled(long timestamp)
    {
        Volatile.Write(ref _lastGood, timestamp);
        Polls.Add(PollOutcome.Good);
    }

    public void Quarantine() => Interlocked.Increment(ref _quarantined);

    public void CountUpdate() => Interlocked.Increment(ref _updates);

    public void CountCover() => Interlocked.Increment(ref _covers);
}
