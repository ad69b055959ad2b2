using System.Globalization;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// The most days that an operator may set. As shipped without anybody's word; longer only where the organisation has signed it into the
/// roster, and even then no longer than <see cref="Most"/>. What intakes are kept is not among them: rows, doors and epochs count on it.
/// </summary>
public sealed record SignedDays
{
    public static SignedDays Shipped { get; } = new();

    /// <summary>A reply not longer than its mailbox as shipped, a mailbox as long as anything may be kept anywhere, a tombstone a year.</summary>
    public static SignedDays Most { get; } = new() { ReplyDays = 90, ReplyReadDays = 30, MailboxDays = 180, TombstoneDays = 365 };

    public int ReplyDays { get; init; } = Format.ReplyDaysUnread;

    public int ReplyReadDays { get; init; } = Format.ReplyDaysShown;

    public int MailboxDays { get; init; } = Format.MailboxDays;

    public int TombstoneDays { get; init; } = Format.TombstoneDays;

    /// <summary>Each number with its name in the settings.</summary>
    public IReadOnlyList<(string Name, int Days)> All() =>
        [(nameof(ReplyDays), ReplyDays), (nameof(ReplyReadDays), ReplyReadDays), (nameof(MailboxDays), MailboxDays), (nameof(TombstoneDays), TombstoneDays)];

    /// <summary>Each that nobody may sign.</summary>
    public IEnumerable<string> Problems() =>
        from each in All().Zip(Shipped.All(), Most.All())
        where each.First.Days < each.Second.Days || each.First.Days > each.Third.Days
        select string.Create(
            CultureInfo.InvariantCulture,
            $"{each.First.Name} is {each.First.Days}; give {each.Second.Days} to {each.Third.Days}: fewer the operator may set without a signature, and more cannot be signed");

    internal static SignedDays Of(RosterDocument.RetentionEntry? entry) => new()
    {
        ReplyDays = entry?.ReplyDays ?? Shipped.ReplyDays,
        ReplyReadDays = entry?.ReplyReadDays ?? Shipped.ReplyReadDays,
        MailboxDays = entry?.MailboxDays ?? Shipped.MailboxDays,
        TombstoneDays = entry?.TombstoneDays ?? Shipped.TombstoneDays,
    };

    /// <summary>Null where all is as shipped: the file then stays as it was before there was such a part.</summary>
    internal RosterDocument.RetentionEntry? Entry() => this == Shipped ? null : new()
    {
        ReplyDays = Beyond(ReplyDays, Shipped.ReplyDays),
        ReplyReadDays = Beyond(ReplyReadDays, Shipped.ReplyReadDays),
        MailboxDays = Beyond(MailboxDays, Shipped.MailboxDays),
        TombstoneDays = Beyond(TombstoneDays, Shipped.TombstoneDays),
    };

    private static int? Beyond(int days, int shipped) => days == shipped ? null : days;
}
