using System.CommandLine;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class KeysRecoveryForwardCommand
{
    public static Command Create(TimeProvider time)
    {
        var target = new SheetTarget();
        var words = SheetInput.Words();
        var epochs = new EpochChoices(KeysRecoveryCommand.DefaultEpochs);
        var command = new Command("forward", "Make the later sheet of the same member: it opens nothing that is over today.") { words };
        target.AddTo(command);
        epochs.AddTo(command);
        command.SetAction(parse =>
        {
            var problems = new List<string>();
            var terminal = new Terminal(parse);
            target.Check(parse, problems);
            var span = epochs.Read(parse, Day.Today(time), problems);
            using var old = SheetInput.Read(terminal, parse.GetValue(words), problems);
            if (problems.Count > 0 || old is null || span is not { } wanted)
            {
                return terminal.Refuse(problems);
            }

            // A sheet that begins later than today's oldest open epoch cannot go back.
            var first = Math.Max(wanted.First, old.FirstEpoch);
            if (first > wanted.Last)
            {
                return terminal.Refuse(
                    $"The sheet begins on {wanted.Calendar.FirstDayOf(first)}, after the last day that was asked for; set this machine's clock right, or give the roster's --epoch-start and --epoch-days.");
            }

            using var sheet = old.Forward(first, (int)(wanted.Last - first + 1));
            target.Write(parse, terminal, sheet, wanted.Calendar);
            terminal.Say($"Renew what the roster has: intakebot roster add {target.PublicFileOf(parse)} --pseudonym NAME; nothing is to be signed.");
            terminal.Say($"When the new sheet lies in its place, burn the old one: only then is what was sealed before {wanted.Calendar.FirstDayOf(first)} closed for good.");
            return ExitCode.Done;
        });
        return command;
    }
}
