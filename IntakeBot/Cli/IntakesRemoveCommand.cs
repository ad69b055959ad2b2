using System.CommandLine;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class IntakesRemoveCommand
{
    public static Command Create(TimeProvider time)
    {
        var place = new Argument<string>("PLACE") { Description = "32 hexadecimal digits of 'intakes list'." };
        var yes = Choices.Yes();
        var reader = new ReaderChoices(time);
        var command = new Command("remove", "Remove an intake that you can open before its last day, for everybody.") { place, yes };
        reader.AddTo(command);
        command.SetAction((parse, cancellationToken) => Quietly.RunAsync(
            parse, terminal => RunAsync(parse, terminal, reader, parse.GetValue(place)!, parse.GetValue(yes), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parse, Terminal terminal, ReaderChoices choices, string text, bool yes, CancellationToken cancellationToken)
    {
        if (!Place.TryParse(text, out var place))
        {
            return terminal.Refuse("PLACE is 32 hexadecimal digits in small letters, as 'intakes list' writes them.");
        }

        var problems = new List<string>();
        await using var reader = await choices.OpenAsync(parse, terminal, problems, cancellationToken);
        if (reader is null)
        {
            return terminal.Refuse(problems);
        }

        switch (await reader.OpenAsync(place, cancellationToken))
        {
            case null:
                terminal.Say($"{place}: there is no such intake.");
                return ExitCode.Failed;
            case { Erased: { } day }:
                terminal.Say(LaterWords.Erased(place, day));
                return ExitCode.Done;
            case { Reading: null }:
                terminal.Say($"{place}: not for this identity, or damaged; only who can open an intake can remove it.");
                return ExitCode.Failed;
        }

        if (!terminal.Confirm($"Remove {place} for everybody? Nobody can bring it back; replies that wait for her stay in her mailbox.", yes))
        {
            return ExitCode.Refused;
        }

        if (await reader.RemoveAsync(place, cancellationToken))
        {
            terminal.Data($"{place} is removed");
            terminal.Say("The other desks are told for 180 days that it was erased, and not by whom. Delete what you have of it.");
            return ExitCode.Done;
        }

        terminal.Say($"{place}: the server did not remove it: it is gone already, or the server has another roster than you.");
        return ExitCode.Failed;
    }
}
