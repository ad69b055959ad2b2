namespace IntakeBot.Bench;

/// <summary>What a crowd did in one stretch of time.</summary>
internal sealed record PhaseResult
{
    /// <summary>While everybody was busy.</summary>
    public required double Seconds { get; init; }

    public required int Done { get; init; }

    /// <summary>With those that were under way at the end: what the server's processor time was spent on.</summary>
    public required int DoneInAll { get; init; }

    /// <summary>Presses that brought no screen within two minutes.</summary>
    public required int Unanswered { get; init; }

    public required Latencies Times { get; init; }
}
