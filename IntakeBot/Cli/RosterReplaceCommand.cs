using System.CommandLine;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class RosterReplaceCommand
{
    public static Command Create(TimeProvider time)
    {
        var pseudonym = new Argument<string>("PSEUDONYM");
        var file = new Argument<string>("FILE") { Description = "The member's file of 'keys public', of the new identity." };
        var config = Choices.Config();
        var command = new Command("replace", "Give a member who lost the key a new one, at the same place; then sign.") { pseudonym, file, config };
        command.SetAction(parse =>
        {
            var problems = new List<string>();
            var terminal = new Terminal(parse);
            var name = parse.GetValue(pseudonym)!;
            var source = parse.GetValue(file)!;
            var key = MemberFile.ReadKey(source, problems);
            var draft = RosterDraft.Open(parse.GetValue(config)!, problems);
            if (draft is not null && !draft.Has(name))
            {
                problems.Add($"{name}: is not a member; a new one is added with 'intakebot roster add'");
            }

            if (key is not null && draft?.Has(key) is true)
            {
                problems.Add($"{source}: a member has this signing key already; make a new identity with 'intakebot keys new'");
            }

            if (key is null || draft is null || problems.Count > 0)
            {
                return terminal.Refuse(problems);
            }

            _ = draft.Replace(name, key, Day.Today(time));
            MemberFile.Copy(source, parse.GetValue(config)!, name);
            draft.Save();
            terminal.Data($"{name} replaced");
            terminal.Say($"Compare by voice before you sign: {Fingerprint.Of(key)}");
            terminal.Say("What was sealed to the lost key opens for this member only when a colleague seals it anew.");
            return ExitCode.Done;
        });
        return command;
    }
}
