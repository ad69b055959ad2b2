using System.CommandLine;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class KeysRecoveryNewCommand
{
    public static Command Create(TimeProvider time)
    {
        var target = new SheetTarget();
        var epochs = new EpochChoices(KeysRecoveryCommand.DefaultEpochs);
        var command = new Command("new", "Draw a recovery key onto a page to print, and write its public file.");
        target.AddTo(command);
        epochs.AddTo(command);
        command.SetAction(parse =>
        {
            var problems = new List<string>();
            var terminal = new Terminal(parse);
            target.Check(parse, problems);
            var span = epochs.Read(parse, Day.Today(time), problems);
            if (problems.Count > 0 || span is not { } wanted)
            {
                return terminal.Refuse(problems);
            }

            using var sheet = RecoverySheet.Draw(wanted.First, wanted.Count);
            target.Write(parse, terminal, sheet, wanted.Calendar);
            terminal.Say($"Add it: intakebot roster add {target.PublicFileOf(parse)} --pseudonym NAME --recovery; then have the roster signed.");
            return ExitCode.Done;
        });
        return command;
    }
}
