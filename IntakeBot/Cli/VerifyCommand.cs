using System.CommandLine;
using System.Globalization;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Cli;

internal static class VerifyCommand
{
    public static Command Create(TimeProvider time)
    {
        var data = Choices.Data();
        var json = Choices.Json();
        var command = new Command("verify", "Look at every stored row: count them and name the damaged ones; the server may run.") { data, json };
        command.SetAction(parse => Quietly.RunAsync(parse, async terminal =>
        {
            await using var store = await RunningStore.OpenAsync(parse.GetValue(data)!);
            var found = await store.ScrubAsync(Day.Today(time));
            if (parse.GetValue(json))
            {
                terminal.Data(found, CliJson.Default.ScrubReport);
            }
            else
            {
                Tell(terminal, found);
            }

            return found.Faults == 0 ? ExitCode.Done : ExitCode.Failed;
        }));
        return command;
    }

    private static void Tell(Terminal terminal, ScrubReport found)
    {
        foreach (var line in found.Kinds)
        {
            terminal.Data(string.Create(CultureInfo.InvariantCulture, $"{line.Kind} {line.Whole} damaged {line.Damaged} over {line.Over}"));
        }

        foreach (var fault in found.Named)
        {
            terminal.Data($"fault {fault}");
        }

        terminal.Say(found.Faults == 0
            ? "Every row is whole. What is over goes within the hour of the server's next round."
            : $"{found.Faults} faults. Damaged rows are not served and stay until their last day; staff's desks may have them still. Look after the disk, and keep the backups from before.");
    }
}
