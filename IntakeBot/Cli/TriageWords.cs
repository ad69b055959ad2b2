using System.Globalization;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Reading;

namespace IntakeBot.Cli;

/// <summary>How urgent an intake is, in words for staff.</summary>
internal static class TriageWords
{
    /// <summary>For who is about to write.</summary>
    public const string NeutralOnly = "In danger today, or it cannot be read whether she is, and no safe time is known: answer with nothing but a neutral line.";

    /// <summary>Staff read English where the questionnaire has it.</summary>
    public static Language LanguageOf(Questionnaire questionnaire) => ReasonWords.LanguageOf(questionnaire);

    /// <summary>The level, until when, and each reason: a line each; none where it did not open.</summary>
    public static IEnumerable<string> Lines(IntakeOpening opening, Questionnaire questionnaire, Language language)
    {
        if (opening is not { Triage: { } triage, Reading: { } reading })
        {
            yield break;
        }

        yield return $"{LevelOf(triage)}, {(DueOf(triage, reading) is { } due ? $"due {due}" : "due now")}";
        foreach (var reason in triage.Reasons)
        {
            yield return $"{reason.Level}: {Of(reason, questionnaire, language)}";
        }

        if (!reading.QuestionnaireOk)
        {
            yield return "cannot be judged with this questionnaire";
        }
        else if (triage.Unread.Count > 0)
        {
            yield return $"cannot be read: {string.Join(", ", triage.Unread)}";
        }

        if (triage.NeutralOnly)
        {
            yield return "a neutral line only: no safe time is known";
        }
    }

    /// <summary>"U2 soon"; "U4 talk, may be U1" where slots cannot be read.</summary>
    public static string LevelOf(Triage triage) =>
        $"{triage.Level} {WordOf(triage.Level)}{(triage.MayBe > triage.Level ? $", may be {triage.MayBe}" : "")}";

    /// <summary>"Are you in danger? Today". Several answers have a plus between.</summary>
    public static string Of(TriageReason reason, Questionnaire questionnaire, Language language) =>
        ReasonWords.Of(reason, questionnaire, language) ?? "whatever is told here";

    /// <summary>yyyy-MM-ddTHH:mmZ for what it may be; null where that is U1, due now, and where the day is not known.</summary>
    public static string? DueOf(Triage triage, IntakeReading reading) => triage.MayBe == Level.U1 || reading.Heading is not { } heading
        ? null : Promise.Due(triage.MayBe, heading.Day).ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);

    private static string WordOf(Level level) => level switch
    {
        Level.U1 => "now",
        Level.U2 => "soon",
        Level.U3 => "needs",
        _ => "talk",
    };
}
