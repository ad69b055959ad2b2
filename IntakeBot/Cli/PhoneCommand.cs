using System.CommandLine;
using IntakeBot.Phone;

namespace IntakeBot.Cli;

/// <summary>A simulated Telegram by itself, for whoever wants to run <c>serve</c> beside it.</summary>
internal static class PhoneCommand
{
    public static Command Create()
    {
        var port = new Option<int>("--port") { Description = "Loopback port; 0 takes any free one.", HelpName = "PORT" };
        var token = new Option<string>("--token")
        {
            Description = "The bot token that it takes, of this simulation only.",
            DefaultValueFactory = _ => new PhoneOptions().Token,
            HelpName = "TOKEN",
        };
        var command = new Command("phone", "Run a simulated Telegram with phones to tap in a browser.") { port, token };
        command.SetAction(async (parse, stop) =>
        {
            var terminal = new Terminal(parse);
            var options = new PhoneOptions { Port = parse.GetValue(port), Token = parse.GetValue(token)! };
            await PhoneServer.RunAsync(options, server => terminal.Data(server.Address.ToString()), stop);
            return ExitCode.Done;
        });
        return command;
    }
}
