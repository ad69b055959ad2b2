using System.Security.Cryptography;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Phone;

namespace IntakeBot.Cli;

/// <summary>
/// A person who reads each screen and presses something, at random unless told otherwise, until everything was asked. Finds her way by the words on the
/// screen alone, as a real one does, and remembers what she pressed.
/// </summary>
internal sealed class DemoWalk(PhonePerson person, Questionnaire questionnaire, Language language)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, List<string>> _pressed = [];

    /// <summary>Which option to press.</summary>
    public Func<Question, int> Choose { get; init; } = question => RandomNumberGenerator.GetInt32(question.Options.Count);

    /// <summary>Question id → ids of the options pressed; skipped ones are not in it.</summary>
    public IReadOnlyDictionary<string, List<string>> Pressed => _pressed;

    public async Task PassGateAsync()
    {
        _ = person.Start();
        await PressAsync(language.Name);
        await PressAsync(language.Buttons[ButtonName.SafeYes]);
        await PressAsync(language.Buttons[ButtonName.OthersNo]);
        await PressAsync(language.Buttons[ButtonName.Continue]);
        await PressAsync(language.Buttons[ButtonName.Consent]);
    }

    /// <summary>Answers one screen; false once everything was asked and Done was pressed.</summary>
    public async Task<bool> StepAsync()
    {
        var shown = (await ShownAsync(_ => true)).Text.Trim();
        if (shown == language.Screens[ScreenName.Danger].Trim())
        {
            await PressAsync(language.Buttons[ButtonName.Continue]);
            return true;
        }

        if (shown == language.Screens[ScreenName.Finish].Trim() || shown == language.Screens[ScreenName.Note].Trim())
        {
            await PressAsync(language.Buttons[ButtonName.Done]);
            await TakeCodeAsync();
            return false;
        }

        var question = questionnaire.Main.Questions.First(q => language.Questions[q.Id].Any(w => w.Text.Trim() == shown));
        var option = Choose(question);
        _pressed[question.Id] = [question.Options[option].Id];
        var label = language.Options[question.Id][option];
        if (question.Many)
        {
            var at = await ShownAsync(m => m.Buttons.Any(b => b.Label.EndsWith(label, StringComparison.Ordinal)));
            label = at.Buttons.First(b => b.Label.EndsWith(label, StringComparison.Ordinal)).Label;
            if (!question.Options[option].Alone)
            {
                await PressAsync(label);
                label = language.Buttons[ButtonName.Next];
            }
        }

        await PressAsync(label);
        return true;
    }

    /// <summary>The receipt code that was shown at the end, as it was written down.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Writes the number down and presses its last group.</summary>
    private async Task TakeCodeAsync()
    {
        bool IsCode(PhoneMessage m) => m.HasButton(language.Buttons[ButtonName.NoNumber]);
        var shown = await ShownAsync(m => IsCode(m) || m.HasButton(language.Buttons[ButtonName.Done]));
        while (!IsCode(shown))
        {
            // Everybody finished at once, and no number was ready: the screen says to press again in a moment.
            await Task.Delay(TimeSpan.FromMilliseconds(100));
            _ = person.Press(language.Buttons[ButtonName.Done]);
            _ = await person.WaitForAsync(_ => person.Spinners.Count == 0, Patience);
            shown = await ShownAsync(m => IsCode(m) || m.HasButton(language.Buttons[ButtonName.Done]));
        }

        Code = shown.Text.Split('\n').Single(line => line.Count(char.IsAsciiDigit) == 20);
        await PressAsync(Code[^4..]);
    }

    /// <summary>Waits until the screen shows the words for "we have your answers".</summary>
    public Task EndAsync() => ShownAsync(m => m.Text.Trim() == language.Screens[ScreenName.Done].Trim());

    /// <summary>Types the number, answers "yes", puts the reply away; true where it was the one expected.</summary>
    public async Task<bool> ReadReplyAsync(string text)
    {
        _ = person.Type(Code);
        var shown = await ShownAsync(m => m.HasButton(language.Buttons[ButtonName.Read]));
        await PressAsync(language.Buttons[ButtonName.AnswerYes]);
        await PressAsync(language.Buttons[ButtonName.Read]);
        return shown.Text.Trim() == text;
    }

    /// <summary>From the mailbox, where no reply is left.</summary>
    public async Task EraseAllAsync()
    {
        await PressAsync(language.Buttons[ButtonName.More]);
        await PressAsync(language.Buttons[ButtonName.Erase]);
        await PressAsync(language.Buttons[ButtonName.EraseYes]);
        _ = await ShownAsync(m => m.Text.Trim() == language.Screens[ScreenName.Erased].Trim());
    }

    private async Task PressAsync(string label)
    {
        var before = await ShownAsync(m => m.HasButton(label));
        _ = person.Press(label);
        _ = await person.WaitForAsync(screen => person.Spinners.Count == 0 && screen[^1] != before, Patience);
    }

    private Task<PhoneMessage> ShownAsync(Func<PhoneMessage, bool> condition) =>
        person.WaitForAsync(screen => screen.Count > 0 && condition(screen[^1]), Patience);
}
