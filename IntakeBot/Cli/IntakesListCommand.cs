using System.CommandLine;

namespace IntakeBot.Cli;

internal static class IntakesListCommand
{
    public static Command Create(TimeProvider time)
    {
        var reader = new ReaderChoices(time);
        var json = Choices.Json();
        var command = new Command("list", "List the places of all intakes; opens none.") { json };
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
        var erased = (await reader.ErasedAsync(cancellationToken)).ToDictionary(t => t.Place, t => t.Erased);
        foreach (var place in await reader.PlacesEverAsync(cancellationToken))
        {
            if (erased.TryGetValue(place, out var day))
            {
                lines.Add(new(place.ToString(), null, null, day.ToString()));
            }
            else if (await reader.FindColdAsync(place, cancellationToken) is { } cold)
            {
                lines.Add(new(place.ToString(), cold.Expires.ToString(), cold.Epoch));
            }
        }

        if (json)
        {
            terminal.Data(lines, CliJson.Default.ListIntakeLine);
            return ExitCode.Done;
        }

        foreach (var line in lines)
        {
            terminal.Data(line.Erased is { } day ? LaterWords.Erased(line.Place, day) : $"{line.Place} until {line.KeptUntil}");
        }

        return ExitCode.Done;
    }
}
