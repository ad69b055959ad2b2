using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Core.Reading;

/// <summary>A reason of a triage in the questionnaire's own words.</summary>
public static class ReasonWords
{
    private const string English = "en";

    /// <summary>The language <paramref name="tag"/> of the questionnaire; where it has none, English; else its first.</summary>
    public static Language LanguageOf(Questionnaire questionnaire, string tag = English) =>
        questionnaire.Languages.FirstOrDefault(l => l.Tag == tag) ?? questionnaire.Languages.FirstOrDefault(l => l.Tag == English) ?? questionnaire.Languages[0];

    /// <summary>"Are you in danger? Today". Several answers have a plus between; null where the form alone is the reason.</summary>
    public static string? Of(TriageReason reason, Questionnaire questionnaire, Language language) =>
        reason.Answers.Count == 0 ? null : string.Join(" + ", reason.Answers.Select(a => Of(a, questionnaire, language)));

    private static string Of(OptionName name, Questionnaire questionnaire, Language language)
    {
        var question = questionnaire.Forms.SelectMany(f => f.Questions).First(q => q.Id == name.Question);
        var label = question.Options.Index().First(o => o.Item.Id == name.Option).Index;
        return $"{language.Questions[question.Id][^1].Text.Split('\n')[0]} {language.Options[question.Id][label]}";
    }
}
