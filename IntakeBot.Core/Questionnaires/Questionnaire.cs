namespace IntakeBot.Core.Questionnaires;

/// <summary>Everything that may be asked and said to a person: the forms, and each sentence in each language.</summary>
public sealed record Questionnaire
{
    /// <summary>What the questionnaire hash is taken over: see docs/seal-format.md, "Questionnaire hash".</summary>
    public required ReadOnlyMemory<byte> Canonical { get; init; }

    /// <summary>Languages in the order that gives them their number (0 to 15) in a button.</summary>
    public required IReadOnlyList<Language> Languages { get; init; }

    public required IReadOnlyList<Form> Forms { get; init; }

    /// <summary>The form that a person who starts is asked.</summary>
    public Form Main => Forms[0];
}
