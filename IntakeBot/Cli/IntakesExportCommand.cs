using System.CommandLine;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class IntakesExportCommand
{
    private static readonly string[] Folders = ["", "members", "languages", "languages/quiet"];

    public static Command Create(TimeProvider time)
    {
        var file = new Argument<string>("FILE") { Description = "A file that is not there yet." };
        var reader = new ReaderChoices(time);
        var command = new Command("export", "Write all intakes, sealed as they are, into one file for a machine without a server.") { file };
        reader.AddTo(command);
        command.SetAction((parse, cancellationToken) => Quietly.RunAsync(
            parse, terminal => RunAsync(parse, terminal, reader, parse.GetValue(file)!, Day.Today(time), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, Terminal terminal, ReaderChoices choices, string file, Day today, CancellationToken cancellationToken)
    {
        if (Path.Exists(file))
        {
            return terminal.Refuse($"{file}: exists already and is not overwritten");
        }

        var problems = new List<string>();
        await using var reader = await choices.OpenAsync(parse, terminal, problems, cancellationToken);
        if (reader is null)
        {
            return terminal.Refuse(problems);
        }

        var config = choices.ConfigOf(parse);
        var tombstones = await reader.ErasedAsync(cancellationToken);
        var rows = await reader.RowsAsync(tombstones, cancellationToken);
        var bundle = new Bundle
        {
            Day = today,
            Files = Folders.Select(f => Path.Combine(config, f)).Where(Directory.Exists).SelectMany(Directory.EnumerateFiles)
                .Select(f => (Name: Path.GetRelativePath(config, f).Replace('\\', '/'), File: f))
                .Where(f => Bundle.IsName(f.Name)).ToDictionary(f => f.Name, f => File.ReadAllBytes(f.File)),
            Rows = rows,
            Mailboxes = await reader.MailboxesAsync(rows, cancellationToken),
            Tombstones = tombstones,
            Events = await reader.EventsAsync(cancellationToken),
        };
        WholeFile.Create(file, BundleFile.Encode(bundle), secret: true);
        terminal.Data($"{bundle.Rows.Count} intakes in {file}");
        terminal.Say($"With them {bundle.Mailboxes.Count} mailboxes of those that you can open, and {bundle.Tombstones.Count} that were erased.");
        terminal.Say("They are sealed: who copies the file learns how many there are, when they came and which were erased, and nothing of what was said.");
        return ExitCode.Done;
    }
}
