using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Core.Conversations;

/// <summary>Draws screens from the questionnaire's words. Hide stands first on every one of them but the cover.</summary>
internal sealed class Screens(Questionnaire questionnaire)
{
    private const string On = "☑ ";
    private const string Off = "☐ ";

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
        (ButtonName.Language, Command.Language));

    public Screen NotSure(byte language) => AtGate(language, Gate.NotSure, ScreenName.NotSure, (ButtonName.Again, Command.Again));

    public Screen Others(byte language) => AtGate(
        language, Gate.Others, ScreenName.Others, (ButtonName.OthersNo, Command.No), (ButtonName.OthersYes, Command.Yes), (ButtonName.OthersUnknown, Command.NotSure));

    public Screen OthersHow(byte language) => AtGate(language, Gate.OthersHow, ScreenName.OthersHow, (ButtonName.Continue, Command.Continue));

    public Screen Erase(byte language) => AtGate(language, Gate.Erase, ScreenName.Erase, (ButtonName.Back, Command.Again), (ButtonName.EraseYes, Command.EraseYes));

    public Screen Erased(byte language) => AtGate(language, Gate.Erased, ScreenName.Erased, (ButtonName.Again, Command.Again));

    public Screen Limits(byte language) => AtGate(language, Gate.Limits, ScreenName.Limits, (ButtonName.Continue, Command.Continue));

    public Screen Consent(byte language) => AtGate(language, Gate.Consent, ScreenName.Consent, (ButtonName.Consent, Command.Consent));

    public Screen End(byte language) => AtGate(language, Gate.End, ScreenName.End, (ButtonName.Again, Command.Again));

    public Screen Done(byte language) => AtGate(language, Gate.Done, ScreenName.Done);

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
            Stage.Danger => Walked(walk, words.Screens[ScreenName.Danger], [Press(words, ButtonName.Continue, Command.Next)]),
            Stage.Asking when questions.Current(walk) is { } question => Asked(walk, words, question, back),
            _ => Walked(walk, words.Screens[ScreenName.Finish], [Press(words, ButtonName.Done, Command.Done)], back),
        };
    }

    /// <summary>The same screen under the line that only buttons are read here.</summary>
    public Screen WithHint(Screen screen) =>
        screen with { Text = $"{Words(screen.Language).Screens[ScreenName.ButtonsOnly]}\n\n{screen.Text}" };

    public Screen Later(byte language) => AtGate(language, Gate.End, ScreenName.Later, (ButtonName.Again, Command.Again));

    private Language Words(byte language) => questionnaire.Languages[language < questionnaire.Languages.Count ? language : 0];

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
        var lastRow = last.OfType<ScreenButton>().Append(Press(words, ButtonName.Erase, Command.Erase)).ToList();
        return new()
        {
            Text = text,
            Rows = [Row(Press(words, ButtonName.Hide, Command.Hide)), .. own.Select(b => Row(b)), lastRow],
            Step = Gate.Last + walk.Commits,
            Language = walk.Language,
        };
    }

    private Screen AtGate(byte language, int step, ScreenName name, params ReadOnlySpan<(ButtonName Name, Command Command)> buttons)
    {
        var words = Words(language);
        List<IReadOnlyList<ScreenButton>> rows = [Row(Press(words, ButtonName.Hide, Command.Hide))];
        foreach (var button in buttons)
        {
            rows.Add(Row(Press(words, button.Name, button.Command)));
        }

        return new() { Text = words.Screens[name], Rows = rows, Step = step, Language = language };
    }

    private static IReadOnlyList<ScreenButton> Row(ScreenButton button) => [button];

    private static ScreenButton Press(Language words, ButtonName name, Command command) =>
        new(words.Buttons[name], OptionCode.Of(new Said.Press(command)));
}
