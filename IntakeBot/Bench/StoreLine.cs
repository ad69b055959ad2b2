namespace IntakeBot.Bench;

/// <summary>What the store does alone: so many callers, each overwriting a row of its own again and again.</summary>
internal sealed record StoreLine
{
    public required int Waiting { get; init; }

    public required double CommitsPerSecond { get; init; }

    public required Latencies Milliseconds { get; init; }

    public required double CpuSecondsPer11000Commits { get; init; }

    public required double FsyncsPerCommit { get; init; }

    public required double ChangesPerTransaction { get; init; }

    public required double LoadAverage { get; init; }
}
