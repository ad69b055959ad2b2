using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Core.Conversations;

/// <summary>Draws screens from the questionnaire's words. Hide stands first on every one of them but the cover.</summary>
internal sealed class Screens(Questionnaire questionnaire, Booklet booklet)
{
    /// <summary>Before what is chosen.</summary>
    public const string On = "☑ ";

    private const string Off = "☐ ";

    public bool HasNumbers => booklet.Numbers.Countries.Count > 0;

    public Screen Language() => new()
    {
        Text = string.Join('\n', questionnaire.Languages.Select(l => l.Screens[ScreenName.Language]).Distinct()),
        Rows =
        [
            [Press(questionnaire.Languages[0], ButtonName.Hide, Command.Hide)],
            .. questionnaire.Languages.Select((l, i) => Row(new ScreenButton(l.Name, OptionCode.Of(new Said.Choose(i))))),
        ],
        Step = Gate.Language,
        Language = 0,
    };

    public Screen Safe(byte language) => AtGate(
        language, Gate.Safe, ScreenName.Safe, (ButtonName.SafeYes, Command.Yes), (ButtonName.SafeNotSure, Command.NotSure), (ButtonName.SafeNo, Command.No),
        (ButtonName.Language, Command.Language), (ButtonName.More, Command.More));

    public Screen NotSure(byte language) => AtGate(language, Gate.NotSure, ScreenName.NotSure, (ButtonName.Again, Command.Again));

    public Screen Others(byte language) => AtGate(
        language, Gate.Others, ScreenName.Others, (ButtonName.OthersNo, Command.No), (ButtonName.OthersYes, Command.Yes), (ButtonName.OthersUnknown, Command.NotSure));

    public Screen OthersHow(byte language) => AtGate(language, Gate.OthersHow, ScreenName.OthersHow, (ButtonName.Continue, Command.Continue));

    public Screen Erase(byte language) => AtGate(language, Gate.Erase, ScreenName.Erase, (ButtonName.Back, Command.Again), (ButtonName.EraseYes, Command.EraseYes));

    public Screen Erased(byte language) => AtGate(language, Gate.Erased, ScreenName.Erased, (ButtonName.Again, Command.Again));

    public Screen Limits(byte language) => AtGate(language, Gate.Limits, ScreenName.Limits, (ButtonName.Continue, Command.Continue));

    public Screen Consent(byte language) => AtGate(language, Gate.Consent, ScreenName.Consent, (ButtonName.Consent, Command.Consent));

    public Screen End(byte language) => AtGate(language, Gate.End, ScreenName.End, (ButtonName.Again, Command.Again), (ButtonName.Number, Command.Number));

    public Screen Done(byte language) => AtGate(language, Gate.Done, ScreenName.Done);

    public Screen WayBack(byte language) => AtGate(language, Gate.WayBack, ScreenName.Done, (ButtonName.Return, Command.Return));

    public Screen Complaint(byte language) => AtGate(
        language, Gate.Menu, ScreenName.Complaint, (ButtonName.ComplaintYes, Command.ComplaintYes), (ButtonName.Back, Command.Back));

    /// <summary>
    /// With a page of it to read, only that and the way back. <paramref name="complains"/>: it is the menu of a complaint;
    /// <paramref name="hasWayBack"/>: which was begun from another conversation.
    /// </summary>
    public Screen Menu(byte language, string? page, bool complains = false, bool hasWayBack = false)
    {
        if (page is not null)
        {
            return AtGate(language, Gate.Menu, ScreenName.Menu, (ButtonName.Back, Command.Back)) with { Text = page };
        }

        List<(ButtonName, Command)> buttons = hasWayBack ? [(ButtonName.Return, Command.Return)] : [];
        buttons.AddRange([(ButtonName.Number, Command.Number), (ButtonName.Really, Command.Really)]);
        buttons.AddRange(booklet.Kept.Count > 0 ? [(ButtonName.Kept, Command.Kept)] : []);
        buttons.AddRange(Offered(Command.Numbers));
        buttons.AddRange(complains ? [] : Offered(Command.Complaint));
        return AtGate(language, Gate.Menu, ScreenName.Menu, [.. buttons, (ButtonName.Back, Command.Back)]);
    }

    public Screen Numbers(byte language, string? page)
    {
        var screen = AtGate(language, Gate.Numbers, ScreenName.Numbers, (ButtonName.Back, Command.Back));
        var countries = booklet.Numbers.Countries.Select((c, i) => Row(new ScreenButton(c.Names[language], OptionCode.Of(new Said.Choose(i)))));
        return page is not null
            ? screen with { Text = page }
            : screen with { Rows = [screen.Rows[0], .. countries, screen.Rows[^1]] };
    }

    /// <summary>What a button of the menu or a country brings to read; null where there is no such page.</summary>
    public string? Page(State from, Said said, byte language)
    {
        var words = Words(language).Screens;
        return (from, said) switch
        {
            (State.Menu, Said.Press { Command: Command.Really }) =>
                booklet.PhraseIn(language) is { } phrase ? words[ScreenName.Really].Replace(Booklet.Phrase, phrase, StringComparison.Ordinal) : words[ScreenName.ReallyNone],
            (State.Menu or State.End, Said.Press { Command: Command.Number }) => words[ScreenName.CodeAsk],
            (State.Menu, Said.Press { Command: Command.Kept }) => booklet.Kept.ElementAtOrDefault(language),
            (State.Menu, Said.Press { Command: Command.Privacy }) => booklet.Privacy.ElementAtOrDefault(language),
            (State.Numbers, Said.Choose choose) when choose.Option < booklet.Numbers.Countries.Count =>
                $"{booklet.Numbers.Countries[choose.Option].TextIn(language)}\n\n{words[ScreenName.NumbersCall]}",
            _ => null,
        };
    }

    public Screen Closed(byte language) => AtGate(language, Gate.End, ScreenName.Closed, [(ButtonName.Again, Command.Again), .. Offered(Command.Numbers)]);

    public Screen Cover(byte language)
    {
        var words = Words(language);
        return new()
        {
            Text = words.Screens[ScreenName.Cover],
            Rows = [Row(Press(words, ButtonName.Cover, Command.Again))],
            Step = Gate.Cover,
            Language = language,
        };
    }

    /// <summary>The screen at which the walk stands: a question, the danger screen or the finish.</summary>
    public Screen At(Questions questions, Walk walk)
    {
        var words = Words(walk.Language);
        var back = walk.Stage != Stage.Danger && questions.Previous(walk) is not null
            ? Press(words, ButtonName.Back, Command.Back)
            : null;
        return walk.Stage switch
        {
            Stage.Danger => Walked(
                walk, words.Screens[ScreenName.Danger], [.. Offered(Command.Numbers).Select(b => Press(words, b.Name, b.Command)), Press(words, ButtonName.Continue, Command.Next)]),
            Stage.Asking when questions.Current(walk) is { } question => Asked(walk, words, question, back),
            _ => Walked(walk, words.Screens[FinishOf(questions, walk)], [Press(words, ButtonName.Done, Command.Done)], back) with { AwaitsNote = questions.AwaitsNote(walk) },
        };
    }

    /// <summary>Her code and the choice of its last group; the conversation is open until she has it.</summary>
    public Screen Code(Walk walk, ShownCode code) => WithCode(
        Walked(walk, Words(walk.Language).Screens[ScreenName.Code], [Press(walk.Language, ButtonName.NoNumber, Command.NoNumber)]), code);

    /// <summary>Puts <paramref name="code"/> into the screen's text, and six last groups below Hide.</summary>
    public static Screen WithCode(Screen screen, ShownCode code)
    {
        var groups = code.Choices.LastGroups.Select((group, i) => new ScreenButton(group, OptionCode.Of(new Said.Choose(i)))).Chunk(CodeChoices.Count / 2);
        return screen with
        {
            Text = screen.Text.Replace(Placeholders.Code, code.Code.Show(), StringComparison.Ordinal),
            Rows = [screen.Rows[0], .. groups, .. screen.Rows.Skip(1)],
        };
    }

    /// <summary>The same screen under the line that only buttons are read here.</summary>
    public Screen WithHint(Screen screen) => Under(ScreenName.ButtonsOnly, screen);

    /// <summary>The same screen under a line that says what became of what she sent.</summary>
    public Screen Under(ScreenName line, Screen screen) => screen with { Text = $"{Words(screen.Language).Screens[line]}\n\n{screen.Text}" };

    public Screen Later(byte language) => AtGate(language, Gate.End, ScreenName.Later, (ButtonName.Again, Command.Again));

    private static ScreenName FinishOf(Questions questions, Walk walk) =>
        !questions.AwaitsNote(walk) ? ScreenName.Finish : new Flags(walk.Flags).Has(Flags.NoteGiven) ? ScreenName.NoteTaken : ScreenName.Note;

    public Language Words(byte language) => questionnaire.Languages[language < questionnaire.Languages.Count ? language : 0];

    private Screen Asked(Walk walk, Language words, Question question, ScreenButton? back)
    {
        var labels = words.Options[question.Id];
        var answers = labels.Select((label, i) =>
        {
            var on = (walk.Toggles & (1 << i)) != 0;
            return question.Many && !question.Options[i].Alone
                ? new ScreenButton((on ? On : Off) + label, OptionCode.Of(new Said.Toggle(i, !on)))
                : new ScreenButton(label, OptionCode.Of(new Said.Choose(i)));
        });
        var onward = walk.Toggles != 0
            ? Press(words, ButtonName.Next, Command.Next)
            : Press(words, ButtonName.Skip, Command.Skip);
        var text = words.Questions[question.Id].First(w => w.When?.Holds(new(walk.Flags)) ?? true).Text;
        return Walked(walk, text, answers, back, onward);
    }

    private Screen Walked(Walk walk, string text, IEnumerable<ScreenButton> own, params ScreenButton?[] last)
    {
        var words = Words(walk.Language);
        ScreenButton[] onward = [.. last.OfType<ScreenButton>()];
        IEnumerable<IReadOnlyList<ScreenButton>> rows = onward.Length > 0 ? [onward] : [];
        return new()
        {
            Text = text,
            Rows =
            [
                Row(Press(words, ButtonName.Hide, Command.Hide)), .. own.Select(b => Row(b)), .. rows,
                [Press(words, ButtonName.Erase, Command.Erase), Press(words, ButtonName.More, Command.More)],
            ],
            Step = Gate.Last + walk.Commits,
            Language = walk.Language,
        };
    }

    public Screen AtGate(byte language, int step, ScreenName name, params ReadOnlySpan<(ButtonName Name, Command Command)> buttons)
    {
        var words = Words(language);
        List<IReadOnlyList<ScreenButton>> rows = [Row(Press(words, ButtonName.Hide, Command.Hide))];
        foreach (var button in buttons)
        {
            rows.Add(Row(Press(words, button.Name, button.Command)));
        }

        return new() { Text = words.Screens[name], Rows = rows, Step = step, Language = language };
    }

    /// <summary>The button of what this hotline may have and may not.</summary>
    public IEnumerable<(ButtonName Name, Command Command)> Offered(Command command) => command switch
    {
        Command.Numbers when HasNumbers => [(ButtonName.Numbers, command)],
        Command.Complaint when questionnaire.Complaint is not null => [(ButtonName.Complaint, command)],
        _ => [],
    };

    public static IReadOnlyList<ScreenButton> Row(ScreenButton button) => [button];

    public ScreenButton Press(byte language, ButtonName name, Command command) => Press(Words(language), name, command);

    private static ScreenButton Press(Language words, ButtonName name, Command command) =>
        new(words.Buttons[name], OptionCode.Of(new Said.Press(command)));
}
