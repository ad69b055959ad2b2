using System.CommandLine;

namespace IntakeBot.Cli;

internal static class BotCommand
{
    public static Command Create() => new("bot", "Set up the bots at Telegram.") { BotSetupCommand.Create(), BotUnhookCommand.Create() };
}
