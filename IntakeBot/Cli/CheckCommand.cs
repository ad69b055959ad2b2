using System.CommandLine;

namespace IntakeBot.Cli;

internal static class CheckCommand
{
    public static Command Create(TimeProvider time)
    {
        var config = Choices.Config();
        var data = Choices.Data();
        var json = Choices.Json();
        var command = new Command("check", "Tell everything that would stop 'serve', and what soon will.") { config, data, json };
        command.SetAction(parse =>
        {
            var terminal = new Terminal(parse);
            using var readiness = Readiness.Of(parse.GetValue(config)!, parse.GetValue(data)!, time);
            var ready = readiness.Parts is not null;
            if (parse.GetValue(json))
            {
                terminal.Data(
                    CheckReport.Of(readiness.Roster, ready, readiness.QuestionnaireHash, readiness.Problems, readiness.Warnings) with { Drafts = readiness.Drafts },
                    CliJson.Default.CheckReport);
            }
            else
            {
                Tell(terminal, readiness);
            }

            return ready ? ExitCode.Done : ExitCode.Refused;
        });
        return command;
    }

    private static void Tell(Terminal terminal, Readiness readiness)
    {
        foreach (var problem in readiness.Problems)
        {
            terminal.Data($"problem {problem}");
        }

        foreach (var warning in readiness.Warnings)
        {
            terminal.Data($"warning {warning}");
        }

        if (readiness.Drafts.Count > 0)
        {
            terminal.Data($"drafts {string.Join(", ", readiness.Drafts)}");
        }

        if (readiness.QuestionnaireHash is { } hash)
        {
            terminal.Data($"questionnaire {hash}");
        }

        if (readiness.Roster is { } roster)
        {
            terminal.Say(RosterWords.Of(roster));
        }

        if (readiness.Retention is { } days)
        {
            terminal.Say($"Intakes are kept {days.IntakeDays} days, then they are removed.");
            terminal.Say(
                $"Replies are kept {days.ReplyDays} days, {days.ReplyReadDays} once they were shown; their mailbox {days.MailboxDays} days after it was last written; "
                + $"that something was erased {days.TombstoneDays} days.");
        }

        if (readiness.ServerKeyName is { } file)
        {
            terminal.Say($"{file}: with it die the open conversations and the receipt codes. Nobody can tell from here whether there is a copy: keep one in a safe.");
        }

        terminal.Say(readiness.Parts is null ? $"Not ready: {readiness.Problems.Count} to mend." : "Ready.");
    }
}
