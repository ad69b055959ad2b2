namespace IntakeBot.Core.Questionnaires;

/// <summary>A question as the language files need it.</summary>
internal sealed record Asked(Question Question, Reach Reach)
{
    /// <summary>False where an option's id could not be read, so that no label can be called superfluous.</summary>
    public required bool KnowsAllOptions { get; init; }
}
