using System.CommandLine;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class BackupCheckCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A file of 'intakebot backup'." };
        var command = new Command("check", "Tell whether a backup is whole, without its key.") { file };
        command.SetAction(parse =>
        {
            var terminal = new Terminal(parse);
            var name = parse.GetValue(file)!;
            if (!File.Exists(name))
            {
                return terminal.Refuse($"{name}: is missing");
            }

            using var stream = File.OpenRead(name);
            if (BackupOpenStream.Problem(stream) is { } problem)
            {
                terminal.Say($"{name}: {problem}");
                return ExitCode.Failed;
            }

            terminal.Data($"{name} is whole");
            terminal.Say("That it is the one that was made, and not another, only its key tells: rehearse a restore.");
            return ExitCode.Done;
        });
        return command;
    }
}
