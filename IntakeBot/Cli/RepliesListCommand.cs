using System.CommandLine;
using IntakeBot.Core.Reading;
using Spectre.Console;

namespace IntakeBot.Cli;

internal static class RepliesListCommand
{
    public static Command Create(TimeProvider time)
    {
        var json = Choices.Json();
        var reader = new ReaderChoices(time);
        var command = new Command("list", "Show whom you can answer, what they said to replies, what they added, and who asked to erase.") { json };
        reader.AddTo(command);
        reader.AddBundleTo(command);
        command.SetAction((parse, cancellationToken) => Quietly.RunAsync(parse, terminal => RunAsync(parse, terminal, reader, parse.GetValue(json), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, Terminal terminal, ReaderChoices choices, bool json, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        await using var reader = await choices.OpenAsync(parse, terminal, problems, cancellationToken);
        if (reader is null)
        {
            return terminal.Refuse(problems);
        }

        IntakeOpening[] openings = [.. (await reader.OpenAllAsync(cancellationToken)).Where(o => o.Reading is not null || o.Erased is not null)];
        var mailboxes = await reader.Replies.MailboxesAsync(openings.Select(o => o.Reading!).Where(r => r is not null), cancellationToken);
        if (json)
        {
            terminal.Data([.. openings.Select(o => RepliesReport.Of(o, mailboxes, reader.QuestionnaireOf(o)))], CliJson.Default.ListRepliesReport);
            return ExitCode.Done;
        }

        var table = new Table();
        table.AddColumn(new TableColumn("intake").NoWrap()).AddColumn("urgency").AddColumn("can be answered").AddColumn("to replies").AddColumn("added later");
        foreach (var opening in openings.Where(o => o.Erased is null))
        {
            var report = RepliesReport.Of(opening, mailboxes, reader.QuestionnaireOf(opening));
            table.AddRow(
                new Text(report.Place),
                new Text(string.Join('\n', TriageWords.Lines(opening, reader.QuestionnaireOf(opening), TriageWords.LanguageOf(reader.QuestionnaireOf(opening))))),
                new Text(report.WhyNot is { } why ? $"no: {why}" : $"yes, in {report.Language ?? "?"}"),
                new Text(string.Join('\n', LaterWords.AnswersOf(opening.Reading!))),
                new Text(string.Join('\n', LaterWords.AdditionsOf(opening.Reading!))));
        }

        terminal.Data(table);
        foreach (var (place, day) in openings.Where(o => o.Erased is not null).Select(o => (o.Place, o.Erased!.Value)))
        {
            terminal.Data(LaterWords.Erased(place, day));
        }

        return ExitCode.Done;
    }
}
