using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Reading;

namespace IntakeBot.Cli;

/// <summary>
/// How urgent an intake is, as --json writes it. MayBe: the level to go by, higher than Level where slots (Unread) cannot be read. Due:
/// yyyy-MM-ddTHH:mmZ, counted for MayBe from the day's first moment; none where that is U1, which is due now, and where no day is known.
/// </summary>
internal sealed record TriageReport(
    string Level, string MayBe, string? Due, bool NeutralOnly, IReadOnlyList<TriageReport.Reason> Reasons, IReadOnlyList<string> Unread)
{
    /// <summary>Null where it did not open.</summary>
    public static TriageReport? Of(IntakeOpening opening, Questionnaire questionnaire) => opening is not { Triage: { } triage, Reading: { } reading } ? null : new(
        triage.Level.ToString(),
        triage.MayBe.ToString(),
        TriageWords.DueOf(triage, reading),
        triage.NeutralOnly,
        [.. triage.Reasons.Select(r => new Reason(r.Level.ToString(), [.. r.Answers.Select(a => a.ToString())], TriageWords.Of(r, questionnaire, TriageWords.LanguageOf(questionnaire))))],
        [.. triage.Unread.Select(s => s.ToString())]);

    public override string ToString() => nameof(TriageReport);

    /// <summary>Answers as <c>question.option</c>, none where the form alone is the reason; Words in English.</summary>
    internal sealed record Reason(string Level, IReadOnlyList<string> Answers, string Words)
    {
        public override string ToString() => nameof(Reason);
    }
}
