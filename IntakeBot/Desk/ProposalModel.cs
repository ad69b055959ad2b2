namespace IntakeBot.Desk;

/// <summary>What can be proposed.</summary>
public sealed record ProposalModel
{
    public required IReadOnlyList<string> Members { get; init; }

    public required IReadOnlyList<string> Desks { get; init; }

    /// <summary>As the file has it, and as it is shown.</summary>
    public required IReadOnlyList<(string Name, string Words)> Roles { get; init; }

    /// <summary>Why nothing was made; null: nothing was wrong.</summary>
    public required string? Problem { get; init; }

    public override string ToString() => nameof(ProposalModel);
}
