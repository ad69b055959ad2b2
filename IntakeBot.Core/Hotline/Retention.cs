using System.Globalization;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Hotline;

/// <summary>How long things are kept. Shorter than shipped is free; longer needs the organisation's word, see <see cref="SignedDays"/>.</summary>
public sealed record Retention
{
    /// <summary>A conversation may go on until the day after it began is over, and its answers must not go before; an answer to it waits as long.</summary>
    public const int FewestDays = 2;

    /// <summary>Shown late in the evening, a reply is still there in the morning.</summary>
    public const int FewestReadDays = 1;

    /// <summary>Days after the one on which an intake began; then its rows are removed.</summary>
    public int IntakeDays { get; init; } = Format.DaysKept;

    /// <summary>Days after the one on which a reply was put, as long as nobody has looked at it.</summary>
    public int ReplyDays { get; init; } = Format.ReplyDaysUnread;

    /// <summary>Days after the one on which a reply was first on her screen, where that is earlier.</summary>
    public int ReplyReadDays { get; init; } = Format.ReplyDaysShown;

    /// <summary>Days after the one on which a mailbox was last written; what her number finds it by goes with it.</summary>
    public int MailboxDays { get; init; } = Format.MailboxDays;

    /// <summary>Days after the one on which somebody erased; until then desks and restored data files learn of it.</summary>
    public int TombstoneDays { get; init; } = Format.TombstoneDays;

    /// <summary>Desks may hold what they fetched for 180 days, and an older data file a mailbox until its last day, however old the file is.</summary>
    private int FewestTombstoneDays => Math.Max(Format.TombstoneDays, MailboxDays);

    /// <summary>Before the intake goes, she must be able to erase it by her number; before a reply goes, to read it.</summary>
    private int FewestMailboxDays => Math.Max(IntakeDays, ReplyDays);

    /// <summary>As the rows need it.</summary>
    public ReplyDays ForReplies() => new() { Unread = ReplyDays, Shown = ReplyReadDays, Mailbox = MailboxDays };

    /// <summary>What a line about what is kept says for "days".</summary>
    internal int DaysOf(KeptName name) => name switch
    {
        KeptName.Replies => MailboxDays,
        KeptName.Tombstone => TombstoneDays,
        KeptName.CaseEvents => Format.EventDays,
        _ => IntakeDays,
    };

    /// <summary>What is wrong whatever is signed, by name of the setting.</summary>
    public IEnumerable<string> Problems() =>
    [
        .. Outside(nameof(IntakeDays), IntakeDays, FewestDays, Format.DaysKept,
            "shorter is free, and longer cannot be: two days later staff's keys for it are destroyed"),
        .. Outside(nameof(ReplyDays), ReplyDays, FewestDays, SignedDays.Most.ReplyDays, Free(SignedDays.Shipped.ReplyDays)),
        .. Outside(nameof(ReplyReadDays), ReplyReadDays, FewestReadDays, SignedDays.Most.ReplyReadDays, Free(SignedDays.Shipped.ReplyReadDays)),
        .. Outside(nameof(MailboxDays), MailboxDays, FewestMailboxDays, SignedDays.Most.MailboxDays,
            $"not less than {nameof(IntakeDays)} and {nameof(ReplyDays)}, so that who has a number can erase and read as long as something is there; {Free(SignedDays.Shipped.MailboxDays)}"),
        .. Outside(nameof(TombstoneDays), TombstoneDays, FewestTombstoneDays, SignedDays.Most.TombstoneDays,
            $"not less than desks (180) or an older data file ({nameof(MailboxDays)}) may hold what was erased, or it would come back; {Free(SignedDays.Shipped.TombstoneDays)}"),
    ];

    /// <summary>Settings that are longer than <paramref name="allowed"/>, the newest that the organisation has signed.</summary>
    public IEnumerable<string> Beyond(SignedDays allowed) =>
        from each in new SignedDays { ReplyDays = ReplyDays, ReplyReadDays = ReplyReadDays, MailboxDays = MailboxDays, TombstoneDays = TombstoneDays }.All().Zip(allowed.All())
        where each.First.Days > each.Second.Days
        select string.Create(
            CultureInfo.InvariantCulture,
            $"{each.First.Name} is {each.First.Days}, and the roster allows {each.Second.Days}; set {each.Second.Days} or fewer, or have the organisation allow more ('intakebot roster retention') and sign the roster");

    private static string Free(int shipped) => string.Create(CultureInfo.InvariantCulture, $"more than {shipped} needs a signed roster that allows it ('intakebot roster retention')");

    private static IEnumerable<string> Outside(string name, int days, int fewest, int most, string why)
    {
        if (days < fewest || days > most)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{name} is {days}; give {fewest} to {most}: {why}");
        }
    }
}
