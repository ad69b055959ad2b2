using IntakeBot.Core.Intakes;

namespace IntakeBot.Core.Sealing;

/// <summary>A code that is nobody's yet, with all that takes time: its keys, and the throw-away replies of its mailbox. For one person, once.</summary>
public sealed class PreparedCode : IDisposable
{
    private readonly IReadOnlyList<SealedReply> _empty;

    private PreparedCode(ReceiptCode code, CodeKeys keys)
    {
        (Code, Keys) = (code, keys);
        var place = Sealing.Mailbox.PlaceOf(keys.Reply.Public);
        _empty = [.. Enumerable.Range(0, Format.RepliesKept).Select(_ => SealedReply.ThrowAway(place))];
    }

    public ReceiptCode Code { get; }

    internal CodeKeys Keys { get; }

    /// <summary>What slot M is to hold: the mailbox's place.</summary>
    internal byte[] SlotM => Mailbox.ToArray();

    /// <summary>Where its mailbox will be.</summary>
    internal Place Mailbox => Sealing.Mailbox.PlaceOf(Keys.Reply.Public);

    /// <summary>Costs what <paramref name="profile"/> says: never on the way of a press.</summary>
    public static PreparedCode Make(ServerKey server, ArgonProfile profile)
    {
        var code = ReceiptCode.Draw();
        return new(code, CodeKeys.Derive(code, server, profile));
    }

    public void Dispose() => Keys.Dispose();

    public override string ToString() => nameof(PreparedCode);

    internal Sealing.Mailbox Fill(MailboxBox box, Day today, ReplyDays? days) =>
        Sealing.Mailbox.Make(Keys, box, [.. _empty.Select(r => new KeptReply(today.Plus((days ?? ReplyDays.Shipped).Unread), r))], today, days);

    /// <summary>The mailbox with replies that are moved from another; each keeps its last day.</summary>
    internal Sealing.Mailbox Fill(MailboxBox box, IReadOnlyList<(Day LastDay, Reply Reply)> replies, Day today, ReplyDays? days)
    {
        var place = Sealing.Mailbox.PlaceOf(Keys.Reply.Public);
        var moved = replies.Select(r => new KeptReply(r.LastDay, SealedReply.Seal(r.Reply.Encode(), Keys.Reply.Public, place))).ToList();
        return Sealing.Mailbox.Make(Keys, box, Sealing.Mailbox.Filled(moved, place, today, days), today, days);
    }
}
