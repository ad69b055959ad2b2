namespace IntakeBot.Core.Questionnaires;

/// <summary>One run of questions for one desk.</summary>
public sealed record Form
{
    public required string Id { get; init; }

    /// <summary>The desk it is sealed to, as the roster names it.</summary>
    public required string Desk { get; init; }

    /// <summary>True where the last screen also takes an optional note in her own words. Off where the file does not say.</summary>
    public bool TakesNote { get; init; }

    /// <summary>In the order in which they are asked; their slots rise.</summary>
    public required IReadOnlyList<Question> Questions { get; init; }
}
