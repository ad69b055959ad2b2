using IntakeBot.Core.Questionnaires;
using IntakeBot.Phone;

namespace IntakeBot.Tests.Journeys;

/// <summary>What she sees who reads her phone: a question or another screen, and in which language; told by its words alone.</summary>
internal sealed record Sight(PhoneMessage Message, Language Words, ScreenName? Screen, Question? Question)
{
    /// <summary>Null where no words of the questionnaire stand there.</summary>
    public static Sight? Of(Questionnaire questionnaire, PhoneMessage message) => questionnaire.Languages.All(l => message.HasButton(l.Name))
        ? new(message, questionnaire.Languages[0], ScreenName.Language, null)
        : questionnaire.Languages.Select(l => In(l, questionnaire.Main, message)).FirstOrDefault(s => s is not null);

    public bool Has(ButtonName name) => Message.HasButton(Words.Buttons[name]);

    public bool IsTicked(int option) => LabelOf(option).StartsWith('☑');

    /// <summary>As it stands on the button, with the box before it, where it has one.</summary>
    public string LabelOf(int option)
    {
        var label = Words.Options[Question!.Id][option];
        return Message.Buttons.First(b => b.Label == label || b.Label == $"☐ {label}" || b.Label == $"☑ {label}").Label;
    }

    private static Sight? In(Language words, Form form, PhoneMessage message)
    {
        var hints = new[] { ScreenName.ButtonsOnly, ScreenName.Later, ScreenName.CodeWrong }.Select(name => words.Screens[name] + "\n\n");
        var text = message.Text[(hints.FirstOrDefault(h => message.Text.StartsWith(h, StringComparison.Ordinal))?.Length ?? 0)..];
        var screen = text.StartsWith(words.Screens[ScreenName.Code].Split('{')[0], StringComparison.Ordinal) ? ScreenName.Code
            : words.Screens.Where(s => s.Value == text).Select(s => (ScreenName?)s.Key).FirstOrDefault();
        var question = form.Questions.FirstOrDefault(q => words.Questions[q.Id].Any(w => w.Text == text));
        return screen is null && question is null ? null : new(message, words, screen, question);
    }
}
