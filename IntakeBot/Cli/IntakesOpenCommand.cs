using System.CommandLine;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

internal static class IntakesOpenCommand
{
    public static Command Create(TimeProvider time)
    {
        var place = new Argument<string?>("PLACE") { Description = "32 hexadecimal digits of 'intakes list'.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "Open every intake." };
        var language = new Option<string>("--language") { Description = "Show questions and answers in it.", DefaultValueFactory = _ => "en", HelpName = "TAG" };
        var json = Choices.Json();
        var reader = new ReaderChoices(time);
        var command = new Command("open", "Open intakes and show the answers.") { place, all, language, json };
        reader.AddTo(command);
        reader.AddBundleTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(all) == result.GetValue(place) is not null)
            {
                result.AddError("Give either a PLACE or --all.");
            }
        });
        command.SetAction((parse, cancellationToken) => Quietly.RunAsync(
            parse,
            terminal => RunAsync(parse, terminal, reader, parse.GetValue(place), parse.GetValue(language)!, parse.GetValue(json), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parse, Terminal terminal, ReaderChoices choices, string? text, string tag, bool json, CancellationToken cancellationToken)
    {
        var place = default(Place);
        if (text is not null && !Place.TryParse(text, out place))
        {
            return terminal.Refuse("PLACE is 32 hexadecimal digits in small letters, as 'intakes list' writes them.");
        }

        var problems = new List<string>();
        await using var reader = await choices.OpenAsync(parse, terminal, problems, cancellationToken);
        if (reader is null)
        {
            return terminal.Refuse(problems);
        }

        if (reader.Questionnaire.Languages.FirstOrDefault(l => l.Tag == tag) is null)
        {
            return terminal.Refuse($"--language is one of {string.Join(", ", reader.Questionnaire.Languages.Select(l => l.Tag))}.");
        }

        var openings = text is null ? await reader.OpenAllAsync(cancellationToken)
            : await reader.OpenAsync(place, cancellationToken) is { } single ? [single] : [];

        if (json)
        {
            terminal.Data([.. openings.Select(o => IntakeReport.Of(o, reader.QuestionnaireOf(o)))], CliJson.Default.ListIntakeReport);
        }
        else
        {
            foreach (var opening in openings.Where(o => text is null || o.Erased is null))
            {
                terminal.Data(IntakeTable.TitleOf(opening));
                if (opening.Reading is { } reading)
                {
                    var language = ReasonWords.LanguageOf(reader.QuestionnaireOf(opening), tag);
                    foreach (var line in TriageWords.Lines(opening, reader.QuestionnaireOf(opening), language))
                    {
                        terminal.Data(line);
                    }

                    terminal.Data(IntakeTable.Of(reading, opening.By!.Form, language));
                }
            }
        }

        if (text is null || openings is [{ Erased: null }])
        {
            return ExitCode.Done;
        }

        terminal.Say(openings is [{ Erased: { } day }] ? LaterWords.Erased(place, day) : $"{place}: there is no such intake.");
        return ExitCode.Failed;
    }
}
