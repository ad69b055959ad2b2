using IntakeBot.Core.Conversations;
using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Tests.Support;

/// <summary>The questionnaire of the repository's own config folder, read once, and what may be read beside it.</summary>
internal static class ShippedQuestionnaire
{
    public static Questionnaire Value { get; } = QuestionnaireFolder.Read(Repository.Path("config")).Value
        ?? throw new InvalidOperationException("config/ does not read; see the tests of Questionnaires.");

    /// <summary>The shipped numbers; a check phrase in the first language only.</summary>
    public static Booklet Booklet { get; } = new()
    {
        Numbers = NumbersFile.Read(Repository.Path("config"), [.. Value.Languages.Select(l => l.Tag)]).Value
            ?? throw new InvalidOperationException("config/numbers.yaml does not read; see its tests."),
        Phrases = ["two cups of tea"],
        Kept = [.. Value.Languages.Select(l => $"Kept in {l.Tag}")],
    };

    /// <summary>The same, its form with "note: true".</summary>
    public static Questionnaire WithNote { get; } = Value with { Forms = [Value.Main with { TakesNote = true }, .. Value.Forms.Skip(1)] };
}
