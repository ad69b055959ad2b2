namespace IntakeBot.Core.Intakes;

/// <summary>
/// What she added later to one question, in R2 or R3. <paramref name="Question"/> and <paramref name="Option"/> are null where another
/// questionnaire was served by then, and where this one has no such option. <paramref name="Day"/>: since 1970-01-01.
/// </summary>
public sealed record AdditionReading(Slot Slot, string? Question, string? Option, ushort Day)
{
    /// <summary>Says nothing: it is what a person said.</summary>
    public override string ToString() => nameof(AdditionReading);
}
