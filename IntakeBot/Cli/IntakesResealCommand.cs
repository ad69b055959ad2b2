using System.CommandLine;

namespace IntakeBot.Cli;

internal static class IntakesResealCommand
{
    public static Command Create(TimeProvider time)
    {
        var pseudonym = new Argument<string>("PSEUDONYM") { Description = "Who is to read them: joined lately, or lost a key." };
        var reader = new ReaderChoices(time);
        var command = new Command("reseal", "Seal the intakes that you can open to a colleague as well.") { pseudonym };
        reader.AddTo(command);
        command.SetAction((parse, cancellationToken) => Quietly.RunAsync(
            parse, terminal => RunAsync(parse, terminal, reader, parse.GetValue(pseudonym)!, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, Terminal terminal, ReaderChoices choices, string pseudonym, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        await using var reader = await choices.OpenAsync(parse, terminal, problems, cancellationToken);
        if (reader is null)
        {
            return terminal.Refuse(problems);
        }

        if (reader.Colleague(pseudonym, problems) is not { } member)
        {
            return terminal.Refuse(problems);
        }

        var (done, foreign, closed) = (0, 0, 0);
        foreach (var place in await reader.PlacesAsync(cancellationToken))
        {
            switch (await reader.ResealAsync(place, member, cancellationToken))
            {
                case true:
                    done++;
                    break;
                case false:
                    foreign++;
                    break;
                default:
                    closed++;
                    break;
            }
        }

        terminal.Data($"{done} intakes are sealed to {pseudonym} now");
        Tell(terminal, foreign, "are not for you or were removed meanwhile; a colleague who can open them can do it");
        Tell(terminal, closed, $"were left: they were sealed to {pseudonym} when they were begun, or {pseudonym} states no key for their epoch");
        return ExitCode.Done;
    }

    private static void Tell(Terminal terminal, int count, string what)
    {
        if (count > 0)
        {
            terminal.Say($"{count} {what}.");
        }
    }
}
