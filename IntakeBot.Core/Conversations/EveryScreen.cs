using System.Text.Json;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Core.Conversations;

/// <summary>Draws every screen of one language by pressing every button, in about the order in which a person meets them.</summary>
public static class EveryScreen
{
    internal const string QuestionPrefix = "questions.";

    /// <summary>Where a questionnaire has more flags than are worth following, the rest is not drawn.</summary>
    private const int MostWalks = 20_000;

    /// <summary><paramref name="booklet"/>: what may be read beside the questions; null: nothing.</summary>
    public static IEnumerable<SeenScreen> Of(Questionnaire questionnaire, byte language, Booklet? booklet = null)
    {
        var end = Conversation.AtGate(questionnaire, Gate.End, language, booklet: booklet);
        var gate = Enumerable.Range(0, Gate.Last)
            .Where(step => step != Gate.Numbers || booklet?.Numbers.Countries.Count > 0)
            .Select(step => Conversation.AtGate(questionnaire, step, language, booklet: booklet).Current().Screen)
            .Append(end.Later().Screen)
            .Append(end.Closed().Screen)
            .DistinctBy(s => s.Text);
        foreach (var screen in gate)
        {
            var name = NameOf(questionnaire, language, screen);
            yield return new(name, screen);
            foreach (var page in Pages(questionnaire, screen, booklet))
            {
                yield return new($"{name}.page", page);
            }
        }

        foreach (var walk in Walks(questionnaire, language))
        {
            var screen = Conversation.AtWalk(questionnaire, walk, booklet).Current().Screen;
            yield return new(NameOf(questionnaire, walk, screen), screen);
            foreach (var typed in Typed(questionnaire, walk, booklet))
            {
                yield return typed;
            }
        }

        foreach (var seen in EveryCode.Of(questionnaire, language, booklet))
        {
            yield return seen;
        }
    }

    /// <summary>What the buttons of the menu and of the countries bring to read.</summary>
    private static IEnumerable<Screen> Pages(Questionnaire questionnaire, Screen screen, Booklet? booklet) =>
        screen.Step is not (Gate.Menu or Gate.Numbers) ? [] : screen.Rows.SelectMany(row => row)
            .Select(button => Conversation.AtGate(questionnaire, screen.Step, screen.Language, booklet: booklet).Handle(OptionCode.Read(button.Option)!).Screen)
            .Where(page => page.Step == screen.Step && page.Text != screen.Text);

    /// <summary>Where a note is awaited: what comes when one was kept, refused, and refused for its length.</summary>
    private static IEnumerable<SeenScreen> Typed(Questionnaire questionnaire, Walk walk, Booklet? booklet) =>
        new[] { (ScreenName.NoteTaken, "."), (ScreenName.NoteRefused, "@"), (ScreenName.NoteTooLong, new string('.', Note.MaxBytes + 1)) }
            .Select(typed => (Name: typed.Item1, Words: typed.Item2, At: Conversation.AtWalk(questionnaire, walk, booklet)))
            .Where(typed => typed.At.AwaitsNote)
            .Select(typed => new SeenScreen(NameOf(typed.Name), typed.At.Handle(new Said.Text(typed.Words)).Screen));

    private static IEnumerable<Walk> Walks(Questionnaire questionnaire, byte language)
    {
        var first = questionnaire.Forms.Select((form, i) => new Questions(form).First(language) with { Form = (byte)i });
        var waiting = new Queue<Walk>(first);
        var seen = new HashSet<Walk>(waiting);
        while (waiting.TryDequeue(out var walk))
        {
            yield return walk;
            foreach (var next in After(questionnaire, walk).Where(n => seen.Count < MostWalks && seen.Add(n)))
            {
                waiting.Enqueue(next);
            }
        }
    }

    /// <summary>One more tick on a screen that has one shows nothing new, unless it raises a flag. Back shows nothing new either.</summary>
    private static IEnumerable<Walk> After(Questionnaire questionnaire, Walk walk) =>
        Conversation.AtWalk(questionnaire, walk).Current().Screen.Rows.SelectMany(row => row)
            .Select(button => OptionCode.Read(button.Option))
            .OfType<Said>()
            .Where(said => said is not Said.Press { Command: Command.Back })
            .Select(said => Conversation.AtWalk(questionnaire, walk).Handle(said).Walk)
            .OfType<Walk>()
            .Select(next => next with { Commits = walk.Commits })
            .Where(next => walk.Toggles == 0 || next.Toggles == 0 || next.Flags != walk.Flags);

    private static string NameOf(Questionnaire questionnaire, Walk walk, Screen screen) =>
        walk.Stage is Stage.Asking && new Questions(questionnaire.Forms[walk.Form]).Current(walk) is { } question
            ? $"{QuestionPrefix}{question.Id}"
            : NameOf(questionnaire, walk.Language, screen);

    private static string NameOf(Questionnaire questionnaire, byte language, Screen screen)
    {
        var names = questionnaire.Languages[language].Screens.Where(s => s.Value == screen.Text).Select(s => s.Key);
        return NameOf(names.DefaultIfEmpty(ScreenName.Language).First());
    }

    private static string NameOf(ScreenName name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name.ToString());
}
