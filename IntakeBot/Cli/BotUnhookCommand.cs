using System.CommandLine;
using System.Globalization;
using IntakeBot.Messenger;

namespace IntakeBot.Cli;

/// <summary>
/// The way back from webhooks to polling. <c>serve</c> does not go it by itself: a webhook that nobody here set is the sign of a stolen token, and is
/// to be seen before it is gone.
/// </summary>
internal static class BotUnhookCommand
{
    public static Command Create()
    {
        var config = Choices.Config();
        var command = new Command("unhook", "Take each bot's webhook away, so that it can be polled. Nothing that waits is lost.") { config };
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

        foreach (var (_, options) in bots.Each)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"bot {options.Number}");
            using var profile = new BotProfile(options);
            var failed = await BotProfile.TryAsync(async () =>
                terminal.Data(await profile.UnhookAsync(stop) ? $"{name}: its webhook is gone" : $"{name}: had none"));
            if (failed is not null)
            {
                terminal.Say($"{name}: {failed}.");
                return ExitCode.Failed;
            }
        }

        return ExitCode.Done;
    }
}
