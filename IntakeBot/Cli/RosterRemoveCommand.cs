using System.CommandLine;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class RosterRemoveCommand
{
    public static Command Create()
    {
        var pseudonym = new Argument<string>("PSEUDONYM");
        var config = Choices.Config();
        var yes = Choices.Yes();
        var command = new Command("remove", "Remove a member: new intakes are no longer sealed to them; then sign.") { pseudonym, config, yes };
        command.SetAction(parse =>
        {
            var problems = new List<string>();
            var terminal = new Terminal(parse);
            var name = parse.GetValue(pseudonym)!;
            if (RosterDraft.Open(parse.GetValue(config)!, problems) is not { } draft)
            {
                return terminal.Refuse(problems);
            }

            if (!draft.Remove(name))
            {
                return terminal.Refuse($"{name}: is not a member");
            }

            if (!terminal.Confirm($"Remove {name}? What was sealed before stays readable to whoever has copied it.", parse.GetValue(yes)))
            {
                return ExitCode.Refused;
            }

            draft.Save();
            return ExitCode.Done;
        });
        return command;
    }
}
