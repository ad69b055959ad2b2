namespace IntakeBot.Core.Covers;

/// <summary>A useful phrase in all languages, another one each day and at each press.</summary>
internal sealed class PhraseCover : Cover
{
    /// <summary>Each phrase by language number.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Phrases { get; init; }

    /// <summary>"Phrase of the day", by language.</summary>
    public required IReadOnlyList<string> Titles { get; init; }

    public override CoverCard Draw(byte language, int page, decimal? amount, int today)
    {
        var phrase = Phrases[(today + page) % Phrases.Count];
        var others = phrase.Where((_, i) => i != language);
        return new($"{Titles[language]}\n\n{phrase[language]}\n\n{string.Join('\n', others)}", []);
    }

    public override int After(int page) => (page + 1) % Phrases.Count;
}
