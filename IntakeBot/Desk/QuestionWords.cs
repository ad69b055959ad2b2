using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Reading;

namespace IntakeBot.Desk;

/// <summary>Questions and options of one questionnaire in the staff member's language.</summary>
internal sealed class QuestionWords(Questionnaire questionnaire, DeskWords words)
{
    private readonly Language _language = ReasonWords.LanguageOf(questionnaire, words.Tag);

    /// <summary>First line of the plain wording.</summary>
    public string Of(Question question) => _language.Questions[question.Id][^1].Text.Split('\n')[0];

    /// <summary>The option's id where the question has no such option.</summary>
    public string Of(Question question, string option) =>
        question.Options.Index().FirstOrDefault(o => o.Item.Id == option) is { Item: not null } found ? _language.Options[question.Id][found.Index] : option;
}
