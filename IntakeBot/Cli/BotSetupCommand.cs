using System.CommandLine;
using System.Globalization;
using IntakeBot.Messenger;

namespace IntakeBot.Cli;

/// <summary>Writes the covers' names, descriptions and commands to Telegram in every language, and tells what only @BotFather can set.</summary>
internal static class BotSetupCommand
{
    public static Command Create()
    {
        var config = Choices.Config();
        var command = new Command("setup", "Give each bot its cover's name, texts and commands, and look at what only @BotFather can set.") { config };
        command.SetAction((parse, stop) => RunAsync(new(parse), parse.GetValue(config)!, stop));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string config, CancellationToken stop)
    {
        var problems = new List<string>();
        if (BotsAtTelegram.Read(config, problems) is not { } bots)
        {
            return terminal.Refuse(problems);
        }

        var left = 0;
        foreach (var (bot, options) in bots.Each)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"bot {options.Number}");
            using var profile = new BotProfile(options);
            var failed = await BotProfile.TryAsync(async () =>
            {
                if (bot.Cover is { } cover)
                {
                    foreach (var (language, texts) in bots.Tags.Select((tag, i) => (tag[..2], cover.Profiles[i])).Prepend(("", cover.Profiles[bot.CoverLanguage])))
                    {
                        var written = await profile.WriteAsync(language, texts, stop);
                        var whose = language.Length > 0 ? language : "everybody else";
                        terminal.Data(written.Count > 0 ? $"{name} {whose}: wrote {string.Join(", ", written)}" : $"{name} {whose}: was so already");
                    }
                }
                else
                {
                    terminal.Say($"{name}: has no cover in the settings, so its name and texts stay as they are at @BotFather: let them say nothing of what it is for.");
                }

                string[] webhook = await profile.WebhookProblemAsync(stop) is { } hooked ? [hooked] : [];
                foreach (var problem in (await profile.ProblemsAsync(stop)).Concat(webhook))
                {
                    left++;
                    terminal.Data($"{name}: {problem}");
                }
            });
            if (failed is not null)
            {
                terminal.Say($"{name}: {failed}.");
                return ExitCode.Failed;
            }
        }

        terminal.Say("Nobody can see from here: that the pictures are neutral (/setuserpic), that the owner's account has a cloud password, and that its number is used for nothing else.");
        return left == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
