using System.CommandLine;
using IntakeBot.Core.Reading;

namespace IntakeBot.Cli;

internal static class IntakesListCommand
{
    public static Command Create(TimeProvider time)
    {
        var reader = new ReaderChoices(time);
        var json = Choices.Json();
        var command = new Command("list", "List all intakes, the most urgent first, and why.") { json };
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

        var lines = new List<IntakeLine>();
        foreach (var opening in await reader.OpenAllAsync(cancellationToken))
        {
            if (await LineOfAsync(reader, opening, cancellationToken) is not { } line)
            {
                continue;
            }

            lines.Add(line);
            if (!json)
            {
                Show(terminal, reader, opening, line);
            }
        }

        if (json)
        {
            terminal.Data(lines, CliJson.Default.ListIntakeLine);
        }

        return ExitCode.Done;
    }

    /// <summary>Null where its row went meanwhile.</summary>
    private static async Task<IntakeLine?> LineOfAsync(IntakeReader reader, IntakeOpening opening, CancellationToken cancellationToken)
    {
        if (opening.Erased is { } day)
        {
            return new(opening.Place.ToString(), null, null, day.ToString());
        }

        return await reader.FindColdAsync(opening.Place, cancellationToken) is not { } cold ? null : new(opening.Place.ToString(), cold.Expires.ToString(), cold.Epoch)
        {
            Triage = TriageReport.Of(opening, reader.QuestionnaireOf(opening)),
        };
    }

    private static void Show(Terminal terminal, IntakeReader reader, IntakeOpening opening, IntakeLine line)
    {
        terminal.Data(line.Erased is { } day ? LaterWords.Erased(line.Place, day) : $"{line.Place} until {line.KeptUntil}");
        foreach (var words in TriageWords.Lines(opening, reader.QuestionnaireOf(opening), TriageWords.LanguageOf(reader.QuestionnaireOf(opening))))
        {
            terminal.Data($"  {words}");
        }
    }
}
