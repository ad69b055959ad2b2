namespace IntakeBot.Desk;

/// <summary>A bar and what is said beside it.</summary>
public sealed record PassingModel
{
    public required string Words { get; init; }

    public required int Done { get; init; }

    public required int Total { get; init; }

    public required bool IsRunning { get; init; }

    /// <summary>What was not given, and why; a sentence each.</summary>
    public required IReadOnlyList<string> Left { get; init; }
}
