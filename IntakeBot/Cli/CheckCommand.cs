using System.CommandLine;

namespace IntakeBot.Cli;

internal static class CheckCommand
{
    /// <param name="time">The clock that Telegram's is compared with.</param>
    /// <param name="proc">Where the kernel tells how the machine is set.</param>
    public static Command Create(TimeProvider time, string proc)
    {
        var config = Choices.Config();
        var data = Choices.Data();
        var json = Choices.Json();
        var offline = new Option<bool>("--offline") { Description = "Do not ask Telegram." };
        var command = new Command("check", "Tell everything that would stop 'serve', what soon will, and what the machine gives away.") { config, data, json, offline };
        command.SetAction(async (parse, stop) =>
        {
            var terminal = new Terminal(parse);
            var (configFolder, dataFolder) = (parse.GetValue(config)!, parse.GetValue(data)!);
            using var readiness = Readiness.Of(configFolder, dataFolder, time);
            List<string> problems = [.. readiness.Problems];
            List<string> warnings =
                [.. readiness.Warnings, .. FolderModes.Warnings(configFolder, dataFolder, SettingsFile.Read(configFolder).Settings), .. new Machine(proc).Warnings()];
            if (!parse.GetValue(offline))
            {
                await TelegramLook.LookAsync(configFolder, time, problems, warnings, stop);
            }

            if (parse.GetValue(json))
            {
                terminal.Data(
                    CheckReport.Of(readiness.Roster, problems.Count == 0, readiness.QuestionnaireHash, problems, warnings) with { Drafts = readiness.Drafts },
                    CliJson.Default.CheckReport);
            }
            else
            {
                Tell(terminal, readiness, problems, warnings);
            }

            return problems.Count == 0 ? ExitCode.Done : ExitCode.Refused;
        });
        return command;
    }

    private static void Tell(Terminal terminal, Readiness readiness, List<string> problems, List<string> warnings)
    {
        foreach (var problem in problems)
        {
            terminal.Data($"problem {problem}");
        }

        foreach (var warning in warnings)
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

        terminal.Say(problems.Count > 0 ? $"Not ready: {problems.Count} to mend." : "Ready.");
    }
}
