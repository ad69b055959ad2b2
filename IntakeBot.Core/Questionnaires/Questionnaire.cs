namespace IntakeBot.Core.Questionnaires;

/// <summary>Everything that may be asked and said to a person: the forms, and each sentence in each language.</summary>
public sealed record Questionnaire
{
    /// <summary>
    /// What the questionnaire hash is taken over. For <c>questionnaire.yaml</c>, and then for every language file, plain and
    /// quiet, in ordinal order of its name relative to the config folder ("languages/en.yaml", "languages/quiet/en.yaml"):
    /// the name in UTF-8 | 0x00 | the content's length, 8 bytes big-endian | the content in UTF-8, without byte order mark,
    /// with every CRLF and CR as LF. The same words thus have the same hash on every system.
    /// </summary>
    public required ReadOnlyMemory<byte> Canonical { get; init; }

    /// <summary>Languages in the order that gives them their number (0 to 15) in a button.</summary>
    public required IReadOnlyList<Language> Languages { get; init; }

    /// <summary>By a language's number: its quiet words, complete; null, or the list too short, where it has none.</summary>
    public IReadOnlyList<Language?> Quiet { get; init; } = [];

    public required IReadOnlyList<Form> Forms { get; init; }

    /// <summary>Questions of <see cref="Main"/> that she may answer again when she comes back with her number: the first in R2, the second in R3.</summary>
    public IReadOnlyList<Question> Later { get; init; } = [];

    /// <summary>The form that a person who starts is asked.</summary>
    public Form Main => Forms[0];

    /// <summary>What is asked behind the complaint door, where there is one: the second form.</summary>
    public Form? Complaint => Forms.ElementAtOrDefault(1);

    /// <summary>The same questionnaire, with the same hash, as a bot of these words shows it. A language without quiet words keeps its plain ones.</summary>
    public Questionnaire InWords(WordPack words) =>
        words is WordPack.Plain ? this : this with { Languages = [.. Languages.Select((plain, number) => Quiet.ElementAtOrDefault(number) ?? plain)] };
}
