namespace IntakeBot.Cli;

/// <summary>What <c>intakes list --json</c> writes of one intake; of an erased one its place and the day alone.</summary>
internal sealed record IntakeLine(string Place, string? KeptUntil, uint? Epoch, string? Erased = null)
{
    /// <summary>Null where it did not open for this member.</summary>
    public TriageReport? Triage { get; init; }

    public override string ToString() => nameof(IntakeLine);
}
