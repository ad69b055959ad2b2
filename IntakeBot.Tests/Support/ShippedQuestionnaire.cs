using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Tests.Support;

/// <summary>The questionnaire of the repository's own config folder, read once.</summary>
internal static class ShippedQuestionnaire
{
    public static Questionnaire Value { get; } = QuestionnaireFolder.Read(Repository.Path("config")).Value
        ?? throw new InvalidOperationException("config/ does not read; see the tests of Questionnaires.");
}
