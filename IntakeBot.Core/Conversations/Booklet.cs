using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Core.Conversations;

/// <summary>What may be read beside the questions, ready made for each language in the order of its number. What is empty is not offered.</summary>
public sealed record Booklet
{
    public static readonly Booklet Empty = new();

    /// <summary>Stands in a language's words for the phrase.</summary>
    internal const string Phrase = Placeholders.Phrase;

    /// <summary>The check phrase that the leaflets of this bot print; null: none in that language.</summary>
    public IReadOnlyList<string?> Phrases { get; init; } = [];

    /// <summary>What is kept and how long.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    public IReadOnlyList<string> Privacy { get; init; } = [];

    public EmergencyNumbers Numbers { get; init; } = EmergencyNumbers.None;

    public string? PhraseIn(byte language) => Phrases.ElementAtOrDefault(language);
}
