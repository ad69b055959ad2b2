using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>What <c>intakes open --json</c> writes of one intake. Without answers where it did not open; the note as on the screen, escaped.</summary>
internal sealed record IntakeReport(
    string Place, bool Opened, string? Day, string? Language, bool? QuestionnaireOk, IReadOnlyList<IntakeReport.Answer>? Answers, string? Note)
{
    /// <summary>True where M names a mailbox; whether it is still there <c>replies list</c> says.</summary>
    public bool? HasNumber { get; init; }

    public LaterReport? Later { get; init; }

    public TriageReport? Triage { get; init; }

    /// <summary>The day on which the person asked to erase it, or a colleague removed it.</summary>
    public string? Erased { get; init; }

    public static IntakeReport Of(IntakeOpening opening, Questionnaire questionnaire) => opening.Reading is not { } reading
        ? new(opening.Place.ToString(), false, null, null, null, null, null) { Erased = opening.Erased?.ToString() }
        : new(
            opening.Place.ToString(),
            true,
            reading.Heading is { } heading ? new Day(heading.Day).ToString() : null,
            reading.Language,
            reading.QuestionnaireOk,
            [.. reading.Answers.Select(a => new Answer(a.Slot.ToString(), a.Question, a.Kind.ToString(), a.Options))],
            reading.Note is { } note ? EscapedText.Of(note.Text) : null)
        {
            HasNumber = reading.Mailbox is not null,
            Later = LaterReport.Of(reading),
            Triage = TriageReport.Of(opening, questionnaire),
        };

    public override string ToString() => nameof(IntakeReport);

    /// <summary>Kind is a name of <see cref="AnswerKind"/>.</summary>
    internal sealed record Answer(string Slot, string? Question, string Kind, IReadOnlyList<string> Options)
    {
        public override string ToString() => nameof(Answer);
    }
}
