using System.CommandLine;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class RosterAddCommand
{
    public static Command Create(TimeProvider time)
    {
        var file = new Argument<string>("FILE") { Description = "The member's file of 'keys public'." };
        var pseudonym = new Option<string>("--pseudonym") { Description = "a-z, 0-9 and -.", Required = true };
        var role = new Option<string>("--role") { DefaultValueFactory = _ => "staff" };
        role.AcceptOnlyFromAmong("staff", "lead", "auditor");
        var desk = new Option<string>("--desk") { DefaultValueFactory = _ => "hotline" };
        var place = new Option<int?>("--place") { Description = "A place that nobody had in the last 180 days; else the lowest free one." };
        var recovery = new Option<bool>("--recovery") { Description = "A key that lies in a safe." };
        var config = Choices.Config();
        var command = new Command("add", "Add a member, or renew a member's public keys; then sign.") { file, pseudonym, role, desk, place, recovery, config };
        command.SetAction(parse =>
        {
            var problems = new List<string>();
            var terminal = new Terminal(parse);
            var name = parse.GetValue(pseudonym)!;
            var source = parse.GetValue(file)!;
            var key = MemberFile.ReadKey(source, problems);
            var draft = RosterDraft.Open(parse.GetValue(config)!, problems);
            if (key is null || draft is null)
            {
                return terminal.Refuse(problems);
            }

            if (draft.Has(name, key))
            {
                MemberFile.Copy(source, parse.GetValue(config)!, name);
                terminal.Say($"{name} is a member with this signing key already; the public keys are renewed and nothing is to be signed.");
                return ExitCode.Done;
            }

            if (draft.Has(name) || draft.Has(key) || !Roster.IsName(name))
            {
                return terminal.Refuse($"{name}: a member with this pseudonym or this signing key is there, or it is not made of a-z, 0-9 and -");
            }

            var today = Day.Today(time);
            if ((parse.GetValue(place) ?? draft.FreePlace(today)) is not { } taken)
            {
                return terminal.Refuse("All places of the roster are taken, or rest because a member has just left them; make a roster with more places.");
            }

            if (draft.RestsUntil(taken, today) is { } until)
            {
                return terminal.Refuse($"Place {taken} rests until {until} because a member has left it; name another one, or none for the lowest that is free.");
            }

            MemberFile.Copy(source, parse.GetValue(config)!, name);
            draft.Add(name, parse.GetValue(role)!, parse.GetValue(desk)!, key, taken, parse.GetValue(recovery), today);
            draft.Save();
            terminal.Data($"{name} place {taken}");
            terminal.Say($"Compare by voice before you sign: {Fingerprint.Of(key)}");
            return ExitCode.Done;
        });
        return command;
    }
}
