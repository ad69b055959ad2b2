namespace IntakeBot.Core.Questionnaires;

/// <summary>Answers that together are more urgent than each alone. There is no rule for what was not said: that must never lower a level.</summary>
public sealed record TriageRule
{
    public required Level Level { get; init; }

    /// <summary>Two or more of one form, of different questions or of one that takes several answers.</summary>
    public required IReadOnlyList<OptionName> All { get; init; }
}
