namespace IntakeBot.Core.Intakes;

/// <summary>What one slot says. <paramref name="Question"/> is null where the questionnaire has none for it, or is another one.</summary>
public sealed record AnswerReading(Slot Slot, string? Question, AnswerKind Kind, IReadOnlyList<string> Options)
{
    /// <summary>Says nothing: it is what a person said.</summary>
    public override string ToString() => nameof(AnswerReading);
}
