using System.CommandLine;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Cli;

internal static class PurgeCommand
{
    public static Command Create(TimeProvider time)
    {
        var data = Choices.Data();
        var before = new Option<string?>("--before") { Description = "Remove what is to be kept up to a day before this one; else what is over today.", HelpName = "YYYY-MM-DD" };
        var yes = Choices.Yes();
        var command = new Command("purge", "Remove now what is over, or what would go before a day; the server may run.") { data, before, yes };
        command.SetAction(parse => Quietly.RunAsync(parse, terminal =>
        {
            var today = Day.Today(time);
            return (parse.GetValue(before) is { } text ? Day.Parse(text) : today) is { } day
                ? RunAsync(terminal, parse.GetValue(data)!, day, today, parse.GetValue(yes))
                : Task.FromResult(terminal.Refuse("--before is a day, written like 2026-12-31."));
        }));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string data, Day day, Day today, bool yes)
    {
        await using var store = await RunningStore.OpenAsync(data);
        var found = await store.ScrubAsync(day);
        foreach (var line in found.Kinds.Where(k => k.Over > 0 && k.Kind != "tombstones"))
        {
            terminal.Data($"{line.Kind} {line.Over}");
        }

        if (found.Over == 0)
        {
            terminal.Say($"Nothing that is stored ends before {day}.");
            return ExitCode.Done;
        }

        // A clock that is wrong must not remove by itself, and "today" comes from the clock.
        var doubt = DayBook.Open(data, today).Doubt(today) is { } words ? $"warning: {words}\n" : "";
        if (!terminal.Confirm($"{doubt}Remove these {found.Over} rows, of {(day > today ? "what is still to be kept" : "what is over")}, for everybody? Only a backup would bring them back.", yes))
        {
            return ExitCode.Refused;
        }

        terminal.Data($"{await store.PurgeAsync(day)} rows are removed");
        terminal.Say("Backups and desks keep theirs until they go there.");
        return ExitCode.Done;
    }
}
