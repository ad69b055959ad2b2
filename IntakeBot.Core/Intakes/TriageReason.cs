using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Core.Intakes;

/// <summary>Why an intake has at least this level: one answer; the answers of a combined rule; or, where there are none, the form that it was said in.</summary>
public sealed record TriageReason(Level Level, IReadOnlyList<OptionName> Answers)
{
    /// <summary>Says nothing: it is what a person said.</summary>
    public override string ToString() => nameof(TriageReason);
}
