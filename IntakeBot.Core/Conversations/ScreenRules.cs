using System.Globalization;
using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Core.Conversations;

/// <summary>What must hold on every screen as it is drawn, whatever the files say.</summary>
public static class ScreenRules
{
    /// <summary>Telegram's limits for one message, in UTF-16 units, and for what stands below it.</summary>
    private const int MostText = 4096;
    private const int MostButtons = 100;

    public static IReadOnlyList<Problem> Problems(Questionnaire questionnaire, Booklet? booklet = null)
    {
        var quiet = questionnaire.InWords(WordPack.Quiet);
        return
        [
            .. questionnaire.Languages.SelectMany((language, number) => Problems(questionnaire, number, booklet, $"languages/{language.Tag}.yaml")),
            .. questionnaire.Quiet.SelectMany((language, number) =>
                language is null ? [] : Problems(quiet, number, booklet, $"languages/quiet/{language.Tag}.yaml")),
        ];
    }

    private static IEnumerable<Problem> Problems(Questionnaire questionnaire, int number, Booklet? booklet, string file) =>
        EveryScreen.Of(questionnaire, (byte)number, booklet)
            .SelectMany(seen => Problems(questionnaire, questionnaire.Languages[number], seen))
            .Distinct()
            .Select(what => new Problem(file, 0, what));

    private static IEnumerable<string> Problems(Questionnaire questionnaire, Language language, SeenScreen seen)
    {
        ScreenButton[] buttons = [.. seen.Screen.Rows.SelectMany(row => row)];
        var hinted = new Screens(questionnaire, Booklet.Empty).WithHint(seen.Screen).Text.Length;
        if (hinted > MostText)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"the screen {seen} has {hinted} characters: Telegram takes {MostText}, so shorten its text");
        }

        if (buttons.Length is 0 or > MostButtons)
        {
            yield return $"the screen {seen} has {buttons.Length} buttons: there must be 1 to {MostButtons}";
        }

        if (seen.Screen.Step != Gate.Cover && !Says(buttons.FirstOrDefault(), Command.Hide))
        {
            yield return $"the screen {seen} does not begin with \"{language.Buttons[ButtonName.Hide]}\": draw it first";
        }

        if (seen.IsQuestion && !buttons.Any(b => Says(b, Command.Skip) || Says(b, Command.Next)))
        {
            yield return $"the screen {seen} has no \"{language.Buttons[ButtonName.Skip]}\": every question needs it";
        }

        foreach (var twice in buttons.GroupBy(b => b.Label).Where(g => g.Count() > 1))
        {
            yield return $"two buttons of the screen {seen} read \"{twice.Key}\": give each its own words";
        }
    }

    private static bool Says(ScreenButton? button, Command command) =>
        button is not null && OptionCode.Read(button.Option) is Said.Press press && press.Command == command;
}
