namespace IntakeBot.Messenger;

/// <summary>How the messenger does, for the operator: a state and counts, nothing about anybody.</summary>
internal sealed class Health
{
    private int _state;
    private long _quarantined;

    public PollState State
    {
        get => (PollState)Volatile.Read(ref _state);
        set => Volatile.Write(ref _state, (int)value);
    }

    /// <summary>Updates that could not be read or handled, since the start.</summary>
    public long Quarantined => Interlocked.Read(ref _quarantined);

    public void Quarantine() => Interlocked.Increment(ref _quarantined);
}
