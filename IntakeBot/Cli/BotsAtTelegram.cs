using IntakeBot.Core.Questionnaires;
using IntakeBot.Messenger;

namespace IntakeBot.Cli;

/// <summary>The bots of the settings, for verbs that talk to Telegram about them and need nothing else of the set-up.</summary>
internal sealed record BotsAtTelegram(IReadOnlyList<string> Tags, IReadOnlyList<(ServeBot Bot, TelegramOptions Options)> Each)
{
    /// <summary>Null, with the problems, where one of them cannot be read.</summary>
    public static BotsAtTelegram? Read(string configFolder, List<string> problems)
    {
        var (settings, wrong) = SettingsFile.Read(configFolder);
        problems.AddRange(wrong);
        var questionnaire = QuestionnaireFolder.Read(configFolder);
        problems.AddRange(questionnaire.Problems.Select(p => Path.Combine(configFolder, p.ToString())));
        if (settings is null || questionnaire.Value is not { } read)
        {
            return null;
        }

        TelegramReach.Check(settings, configFolder, problems, []);
        string[] tags = [.. read.Languages.Select(l => l.Tag)];
        var reading = new BotReading(configFolder, tags, problems, []);
        var bots = settings.Telegram.All.Select(b => reading.Read(b.Name, b.Bot)).OfType<ServeBot>().ToList();
        return problems.Count > 0 ? null : new(tags, [.. bots.Select((bot, i) => (bot, Server.Options(settings.Telegram, bot, i + 1)))]);
    }
}
