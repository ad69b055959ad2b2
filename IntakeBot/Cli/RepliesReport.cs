using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>What <c>replies list --json</c> writes of one intake; of an erased one its place and the day alone.</summary>
internal sealed record RepliesReport(string Place, bool? CanBeAnswered, string? WhyNot, string? Language, LaterReport? Later, string? Erased)
{
    public TriageReport? Triage { get; init; }

    /// <summary>Of one that opened, or was erased; <paramref name="mailboxes"/> are those that were found.</summary>
    public static RepliesReport Of(IntakeOpening opening, IReadOnlyDictionary<Place, Mailbox> mailboxes, Questionnaire questionnaire)
    {
        if (opening.Reading is not { } reading)
        {
            return new(opening.Place.ToString(), null, null, null, null, opening.Erased?.ToString());
        }

        var can = reading.Mailbox is { } place && mailboxes.ContainsKey(Core.Sealing.Place.Read(place.Span));
        return new(opening.Place.ToString(), can, can ? null : ReplyTarget.WhyNot(reading), reading.Language, LaterReport.Of(reading), null)
        {
            Triage = TriageReport.Of(opening, questionnaire),
        };
    }

    public override string ToString() => nameof(RepliesReport);
}
