namespace IntakeBot.Desk;

/// <summary>How far a <see cref="PassingOn"/> is.</summary>
internal sealed record PassingState(string Pseudonym, int Total)
{
    /// <summary>Sealed to the colleague now, or in this run or one before it.</summary>
    public int Given { get; init; }

    /// <summary>Sealed to the colleague when they were begun.</summary>
    public int Had { get; init; }

    /// <summary>The colleague states no key for their epoch.</summary>
    public int Keyless { get; init; }

    /// <summary>Erased meanwhile.</summary>
    public int Gone { get; init; }

    /// <summary>The server did not take them, or they were not tried because it was away.</summary>
    public int Failed { get; init; }

    /// <summary>Nothing was given, because a newer roster has come: by it the colleague may have another key, or be gone.</summary>
    public bool IsOutdated { get; init; }

    public bool IsRunning { get; init; } = true;

    public int Done => Given + Had + Keyless + Gone + Failed;
}
