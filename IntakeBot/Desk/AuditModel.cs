namespace IntakeBot.Desk;

/// <summary>What an auditor sees: who did what and when, beside what the server counted. Nothing of it says what anybody said.</summary>
public sealed record AuditModel
{
    /// <summary>What can be said of the server's log, in one line.</summary>
    public required string Chain { get; init; }

    /// <summary>True where the line is a reason to call somebody.</summary>
    public required bool IsChainOdd { get; init; }

    /// <summary>Number, hash and day of the newest entry, to compare with another auditor; null where there is none.</summary>
    public string? Head { get; init; }

    /// <summary>By day and member, the newest first. "Counted" is the server's, and empty for a day that is not over.</summary>
    public required IReadOnlyList<AuditDay> Days { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<(string When, string Who, string What, string Case, string Event)> Traces { get; init; }

    public required IReadOnlyList<(string Name, string Query, bool IsOn)> Members { get; init; }

    public override string ToString() => nameof(AuditModel);
}
