using IntakeBot.Messenger;

namespace IntakeBot.Operator;

/// <summary>What is published, already in its steps: taken once a minute, whoever asks and however often.</summary>
internal sealed record Figures
{
    public required double PollAgeSeconds { get; init; }

    /// <summary>Of the good ones at most one a minute, for all bots together.</summary>
    public required IReadOnlyDictionary<PollOutcome, long> Polls { get; init; }

    public required double SendLagSeconds { get; init; }

    public required double CommitSeconds { get; init; }

    /// <summary>Null where the disk does not say.</summary>
    public required long? FreeBytes { get; init; }

    public required long DataBytes { get; init; }

    public required long MemoryBytes { get; init; }

    public required int RosterDaysLeft { get; init; }

    public required int EpochDaysLeft { get; init; }

    /// <summary>By the desk's name in the roster.</summary>
    public required IReadOnlyDictionary<string, double> DeskAwayHours { get; init; }

    public required bool IsClockInDoubt { get; init; }

    public required long UpdatesYesterday { get; init; }

    public required long CoversYesterday { get; init; }

    public required IReadOnlyDictionary<CallOutcome, long> CallsYesterday { get; init; }
}
