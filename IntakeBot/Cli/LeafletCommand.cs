using System.CommandLine;
using System.Text;
using IntakeBot.Core.Covers;
using IntakeBot.Core.Sealing;
using IntakeBot.Messenger;
using IntakeBot.Sheets;

namespace IntakeBot.Cli;

/// <summary>What a person must be told outside Telegram: the bot's name, the word, the link and the check phrase, by language.</summary>
internal static class LeafletCommand
{
    public static Command Create()
    {
        var config = Choices.Config();
        var number = new Option<int>("--bot") { Description = "Which of the settings' bots, counted from 1.", DefaultValueFactory = _ => 1, HelpName = "N" };
        var name = new Option<string?>("--name") { Description = "The bot's name without the @; else Telegram is asked.", HelpName = "NAME" };
        var page = new Option<string?>("--out") { Description = "Also make a page to print: a file .html that is not there yet.", HelpName = "FILE" };
        var command = new Command("leaflet", "Print word, link, QR code and check phrase for each language.") { config, number, name, page };
        command.SetAction((parse, stop) => RunAsync(new(parse), parse.GetValue(config)!, parse.GetValue(number), parse.GetValue(name), parse.GetValue(page), stop));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string config, int number, string? name, string? page, CancellationToken stop)
    {
        var problems = new List<string>();
        var bots = BotsAtTelegram.Read(config, problems);
        var sentences = bots is null ? null : LeafletFile.Read(config, bots.Tags);
        problems.AddRange((sentences?.Problems ?? []).Select(p => Path.Combine(config, p.ToString())));
        if (bots is not null && (number < 1 || number > bots.Each.Count))
        {
            problems.Add($"--bot {number}: the settings have {bots.Each.Count} bots, counted from 1");
        }

        if (page is not null)
        {
            NewFile.Check(page, problems);
        }

        if (problems.Count > 0)
        {
            return terminal.Refuse(problems);
        }

        var (bot, options) = bots!.Each[number - 1];
        var failed = name is null
            ? await BotProfile.TryAsync(async () =>
            {
                using var profile = new BotProfile(options);
                name = await profile.NameAsync(stop);
            })
            : null;
        if (failed is not null)
        {
            return terminal.Refuse($"{failed}; or give the bot's name with --name.");
        }

        var cards = CardsOf(bot, bots.Tags, sentences!.Value!, name!).ToList();
        if (cards.Count == 0)
        {
            return terminal.Refuse($"{Path.Combine(config, SettingsFile.Name)}: bot {number} has no EntryWords, StartLinks or CheckPhrases to print; write them for each language");
        }

        foreach (var card in cards)
        {
            terminal.Data($"{card.Tag}\t{card.Bot}\tword {card.Word ?? "-"}\tlink {card.Link ?? "-"}\tphrase {card.Phrase ?? "-"}");
        }

        if (page is not null)
        {
            WholeFile.Create(page, Encoding.UTF8.GetBytes(LeafletPage.Of(cards)), secret: false);
            terminal.Say($"Open {page} in a browser and print it.");
        }

        return ExitCode.Done;
    }

    /// <summary>A card for each language that has something of its own.</summary>
    private static IEnumerable<LeafletCard> CardsOf(ServeBot bot, IReadOnlyList<string> tags, IReadOnlyList<Leaflet> sentences, string name) =>
        from pair in tags.Select((tag, i) => (tag, i))
        let word = bot.Settings.EntryWords.GetValueOrDefault(pair.tag)
        let link = bot.Settings.StartLinks.GetValueOrDefault(pair.tag)
        let phrase = bot.Settings.CheckPhrases.GetValueOrDefault(pair.tag)
        where word is not null || link is not null || phrase is not null
        select new LeafletCard(pair.tag, sentences[pair.i], $"@{name}", word, link is null ? null : $"https://t.me/{name}?start={link}", phrase);
}
