using IntakeBot.Core.Intakes;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>An opened intake that can be answered, and the mailbox that it names.</summary>
internal sealed record ReplyTarget(IntakeReading Reading, Triage Triage, Mailbox Mailbox)
{
    /// <summary>Null, and the reason said, where it cannot be answered.</summary>
    public static async Task<ReplyTarget?> FindAsync(IntakeReader reader, Place place, Terminal terminal, CancellationToken cancellationToken)
    {
        var opening = await reader.OpenAsync(place, cancellationToken);
        var mailbox = opening?.Reading is { } opened ? await reader.Replies.FindMailboxAsync(opened, cancellationToken) : null;
        if (opening is { Reading: { } reading, Triage: { } triage } && mailbox is not null)
        {
            return new(reading, triage, mailbox);
        }

        terminal.Say(opening switch
        {
            null => $"{place}: there is no such intake.",
            { Reading: null } => IntakeTable.TitleOf(opening),
            _ => $"{place}: cannot be answered: {WhyNot(opening.Reading)}.",
        });
        return null;
    }

    /// <summary>Of one that opened, and whose mailbox was not found.</summary>
    public static string WhyNot(IntakeReading reading) =>
        reading.Mailbox is not null ? "her mailbox is not there: it ended, or is not in this bundle"
        : reading.Answers.Any(a => a.Slot == Slot.Mailbox) ? "M, which names her mailbox, was TAMPERED WITH"
        : "she has no number";

    public override string ToString() => nameof(ReplyTarget);
}
