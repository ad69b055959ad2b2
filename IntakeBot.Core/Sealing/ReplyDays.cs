namespace IntakeBot.Core.Sealing;

/// <summary>
/// How long replies and the mailbox they wait in are kept. Nobody but the person can tell a reply that was shown from one that waits, so
/// only what is shown from then on goes by a changed <see cref="Shown"/>; the others are brought down by <see cref="Mailbox.Swept"/>.
/// </summary>
public sealed record ReplyDays
{
    public static ReplyDays Shipped { get; } = new();

    /// <summary>After the day on which the reply was put, unread.</summary>
    public int Unread { get; init; } = Format.ReplyDaysUnread;

    /// <summary>After the day on which it was first on her screen.</summary>
    public int Shown { get; init; } = Format.ReplyDaysShown;

    /// <summary>After the day on which she or staff last wrote to the mailbox.</summary>
    public int Mailbox { get; init; } = Format.MailboxDays;
}
