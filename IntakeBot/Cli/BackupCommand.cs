using System.CommandLine;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class BackupCommand
{
    public static Command Create(ArgonProfile profile)
    {
        var data = Choices.Data();
        var to = new Option<string>("--to") { Description = "A file that is not there yet, best on another disk.", HelpName = "FILE", Required = true };
        var recipient = new Option<string>("--recipient") { Description = "Public file of the backup key.", HelpName = "FILE", Required = true };
        var command = new Command("backup", "Write everything that is stored, sealed to a key that lies elsewhere; the server may run.")
        {
            data, to, recipient, BackupKeyCommand.Create(profile), BackupCheckCommand.Create(),
        };
        command.SetAction(parse => Quietly.RunAsync(parse, terminal => RunAsync(terminal, parse.GetValue(data)!, parse.GetValue(to)!, parse.GetValue(recipient)!)));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string data, string to, string recipient)
    {
        var problems = new List<string>();
        NewFile.Check(to, problems);
        if (BackupKey.Read(recipient, problems) is not { } key || problems.Count > 0)
        {
            return terminal.Refuse(problems);
        }

        if (!Directory.Exists(data))
        {
            return terminal.Refuse($"{data}: no such folder; name the server's data folder with --data");
        }

        await using var source = await RunningStore.OpenAsync(data);
        var counts = BackupFile.Create(to, key, source);
        terminal.Data($"{counts} in {to}");
        terminal.Say("Read back from the disk and compared. Take it to another place; it opens with the backup key alone. Keep it 30 days at most: what is erased and what expires stays in it.");
        if (counts.Damaged == 0)
        {
            return ExitCode.Done;
        }

        terminal.Say($"{counts.Damaged} rows are damaged and not in it: 'intakebot verify' names them; keep the backups from before.");
        return ExitCode.Failed;
    }
}
