using System.CommandLine;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class RosterRemoveCommand
{
    public static Command Create(TimeProvider time)
    {
        var pseudonym = new Argument<string>("PSEUDONYM");
        var config = Choices.Config();
        var yes = Choices.Yes();
        var command = new Command("remove", "Remove a member, whose place then rests for 180 days; then sign.") { pseudonym, config, yes };
        command.SetAction(parse =>
        {
            var problems = new List<string>();
            var terminal = new Terminal(parse);
            var name = parse.GetValue(pseudonym)!;
            if (RosterDraft.Open(parse.GetValue(config)!, problems) is not { } draft)
            {
                return terminal.Refuse(problems);
            }

            if (!draft.Remove(name, Day.Today(time)))
            {
                return terminal.Refuse($"{name}: is not a member");
            }

            if (!terminal.Confirm($"Remove {name}? The server takes their stanzas out of every row, but what they have copied stays readable to them.", parse.GetValue(yes)))
            {
                return ExitCode.Refused;
            }

            draft.Save();
            return ExitCode.Done;
        });
        return command;
    }
}
