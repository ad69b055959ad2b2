using System.CommandLine;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class RosterTakeCommand
{
    public static Command Create(TimeProvider time)
    {
        var file = new Argument<string>("FILE") { Description = "A proposal that a member made at the desk." };
        var config = Choices.Config();
        var yes = Choices.Yes();
        var command = new Command("take", "Show what a member proposes, and change the roster so; then sign.") { file, config, yes };
        command.SetAction(parse => Run(new Terminal(parse), time, parse.GetValue(file)!, parse.GetValue(config)!, parse.GetValue(yes)));
        return command;
    }

    private static int Run(Terminal terminal, TimeProvider time, string file, string config, bool yes)
    {
        var problems = new List<string>();
        if (RosterDraft.Open(config, problems) is not { } draft || RosterProposalFile.Read(file, draft, problems) is not { } proposal)
        {
            return terminal.Refuse(problems);
        }

        var today = Day.Today(time);
        if (proposal.FlawIn(draft.Members, draft.Desks) is { } flaw)
        {
            return terminal.Refuse($"{file}: {ProposalWords.Of(flaw, proposal)}");
        }

        if (proposal.Wish is RosterWish.Add && draft.FreePlace(today) is null)
        {
            return terminal.Refuse("All places of the roster are taken, or rest because a member has just left them; make a roster with more places.");
        }

        foreach (var line in ProposalWords.Of(proposal, draft))
        {
            terminal.Say(line);
        }

        if (!terminal.Confirm("Has this been said to you by voice, and shall the roster be changed so?", yes))
        {
            return ExitCode.Refused;
        }

        _ = proposal.Apply(draft, config, today);
        draft.Save();
        terminal.Data($"{proposal.Pseudonym} {ProposalWords.Done(proposal.Wish)}");
        terminal.Say($"Roster {draft.Serial} counts once it is signed: intakebot roster sign");
        return ExitCode.Done;
    }
}
