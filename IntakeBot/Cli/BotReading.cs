using IntakeBot.Core.Covers;
using IntakeBot.Core.Hotline;

namespace IntakeBot.Cli;

/// <summary>Reads what the settings say of one bot, and all that is wrong with it.</summary>
internal sealed class BotReading(string configFolder, IReadOnlyList<string> tags, ICollection<string> problems, ICollection<string> warnings)
{
    private const int LeastWord = 4;
    private const int MostWord = 64;
    private const int MostPhrase = 120;

    private readonly string _file = Path.Combine(configFolder, SettingsFile.Name);

    /// <summary>Null where something is wrong.</summary>
    public ServeBot? Read(string name, BotSettings bot)
    {
        var before = problems.Count;
        var token = BotTokenFile.Read(SettingsFile.PathOf(configFolder, bot.TokenFile), problems, warnings);
        var words = WordPackName.Read(bot.Words);
        Check($"{name}.Words", words is not null, $"is to be {WordPackName.All}, not \"{bot.Words}\"");
        var cover = Cover(name, bot);
        var language = bot.CoverLanguage.Length == 0 ? 0 : Number($"{name}.CoverLanguage", bot.CoverLanguage);
        foreach (var (tag, word) in bot.EntryWords)
        {
            Check($"{name}.EntryWords.{tag}", EntryWords.Plain(word).Length is >= LeastWord and <= MostWord, $"is to be {LeastWord} to {MostWord} characters: shorter ones are typed by chance");
        }

        foreach (var (tag, link) in bot.StartLinks)
        {
            Check(
                $"{name}.StartLinks.{tag}", link.Length is >= LeastWord and <= MostWord && link.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'),
                $"is to be {LeastWord} to {MostWord} of A-Z, a-z, 0-9, _ and -: Telegram takes no others in a link");
        }

        foreach (var (tag, phrase) in bot.CheckPhrases)
        {
            Check($"{name}.CheckPhrases.{tag}", phrase.Length is > 0 and <= MostPhrase && !phrase.Any(char.IsControl), $"is to be one line of 1 to {MostPhrase} characters");
        }

        var numbers = bot.EntryWords.Keys.Concat(bot.StartLinks.Keys).Concat(bot.CheckPhrases.Keys).Distinct().ToDictionary(tag => tag, tag => Number(name, tag));
        if (bot.Cover.Length > 0 && bot.EntryWords.Count + bot.StartLinks.Count == 0)
        {
            warnings.Add($"{_file}: {name} has a cover but neither EntryWords nor StartLinks: whoever presses START sees what is behind it");
        }

        if (bot.CheckPhrases.Count > 0 && (bot.Cover.Length == 0 || bot.EntryWords.Count + bot.StartLinks.Count == 0))
        {
            warnings.Add($"{_file}: {name} has CheckPhrases but no cover with a word or link: whoever finds the bot reads the phrase there, and a look-alike can show it; see docs/bots.md");
        }

        return problems.Count > before || token is null ? null : new()
        {
            Token = token,
            Settings = bot,
            Words = words!.Value,
            Cover = cover,
            CoverLanguage = (byte)language,
            Entry = new(bot.EntryWords.Select(w => (w.Value, (byte)numbers[w.Key])), bot.StartLinks.Select(l => (l.Value, (byte)numbers[l.Key]))),
            Phrases = [.. tags.Select(tag => bot.CheckPhrases.GetValueOrDefault(tag))],
        };
    }

    private Cover? Cover(string name, BotSettings bot)
    {
        if (bot.Cover.Length == 0 || tags.Count == 0)
        {
            return null;
        }

        if (!CoverFile.IsName(bot.Cover))
        {
            problems.Add($"{_file}: {name}.Cover is to be the name of a file in covers/, without .yaml: small letters, digits and -");
            return null;
        }

        var reading = CoverFile.Read(configFolder, bot.Cover, tags);
        foreach (var problem in reading.Problems.Select(p => Path.Combine(configFolder, p.ToString())).Where(p => !problems.Contains(p)))
        {
            problems.Add(problem);
        }

        return reading.Value;
    }

    private int Number(string name, string tag)
    {
        var number = tags.ToList().IndexOf(tag);
        Check(name, number >= 0 || tags.Count == 0, $"names the language \"{tag}\": known are {string.Join(", ", tags)}");
        return Math.Max(0, number);
    }

    private void Check(string name, bool holds, string rule)
    {
        if (!holds)
        {
            problems.Add($"{_file}: {name} {rule}");
        }
    }
}
