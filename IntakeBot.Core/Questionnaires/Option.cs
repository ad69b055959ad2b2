namespace IntakeBot.Core.Questionnaires;

public sealed record Option
{
    public required string Id { get; init; }

    /// <summary>Flags (bit = index in <see cref="Flags"/>) that choosing this option raises for later questions and wordings.</summary>
    public required Flags Raises { get; init; }

    /// <summary>True where the danger screen comes before the next question.</summary>
    public required bool Danger { get; init; }

    /// <summary>
    /// In a question of any number of options: this one goes with no other ("none", "I don't know"). Pressing it makes it the whole
    /// answer and moves on at once.
    /// </summary>
    public bool Alone { get; init; }

    /// <summary>The least level of an intake in which this was said.</summary>
    public Level Level { get; init; }
}
