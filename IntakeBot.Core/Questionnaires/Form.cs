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

    /// <summary>The least level of every intake of this form, whatever was said.</summary>
    public Level Level { get; init; }

    public IReadOnlyList<TriageRule> Triage { get; init; } = [];

    /// <summary>Answers that name a time at which she can look safely. Who is in danger today and said none of them gets a neutral line only.</summary>
    public IReadOnlyList<OptionName> SafeTimes { get; init; } = [];
}
