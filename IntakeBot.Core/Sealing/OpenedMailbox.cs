using IntakeBot.Core.Intakes;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// A mailbox opened with its code: the replies in it, and what she may do without anybody reading what she said. Each deed gives the rows
/// to commit, over the versions they were read with; what was not committed is read anew. Live in memory only, ended when she is idle.
/// </summary>
public sealed class OpenedMailbox : IDisposable
{
    private readonly CodeKeys _keys;
    private readonly MailboxBox _box;

    private OpenedMailbox(Mailbox row, CodeKeys keys, MailboxBox box, IReadOnlyList<ShownReply> replies) =>
        (Row, _keys, _box, Replies) = (row, keys, box, replies);

    /// <summary>As it was read; after a commit <see cref="TryAgain"/> takes the new one.</summary>
    public Mailbox Row { get; private set; }

    /// <summary>The oldest first; empty where nobody has answered yet.</summary>
    public IReadOnlyList<ShownReply> Replies { get; private set; }

    /// <summary>Where both rows of her intake are.</summary>
    public Place Intake => _box.Place;

    /// <summary>
    /// Opens <paramref name="row"/> and takes <paramref name="keys"/> over; null, and the keys zeroed, where it is not theirs. Both ways
    /// one box and all replies are tried, so that both take as long.
    /// </summary>
    public static OpenedMailbox? Open(Mailbox row, CodeKeys keys)
    {
        var box = MailboxBox.Open(row.Box, keys);
        var replies = Read(row, keys);
        if (box is not null && row.Tag == keys.Tag)
        {
            return new(row, keys, box, replies);
        }

        box?.Dispose();
        keys.Dispose();
        return null;
    }

    /// <summary>Opens the row that <see cref="Renew"/> made, once it is stored, and takes the keys over; <paramref name="prepared"/> is not to be disposed of then.</summary>
    public static OpenedMailbox? Open(Mailbox row, PreparedCode prepared) => Open(row, prepared.Keys);

    /// <summary>Goes on with the row as it is stored now; false where another code made it.</summary>
    public bool TryAgain(Mailbox row)
    {
        using var box = MailboxBox.Open(row.Box, _keys);
        if (box is null || row.Tag != _keys.Tag)
        {
            return false;
        }

        _box.Take(box);
        (Row, Replies) = (row, Read(row, _keys));
        return true;
    }

    /// <summary>A reply was put on her screen: from now on it is kept a few days only. Null where nothing is to be written.</summary>
    public Mailbox? Show(ShownReply reply, Day today, ReplyDays? days = null)
    {
        var last = today.Plus((days ?? ReplyDays.Shipped).Shown);
        return last < reply.LastDay ? Row.With(Kept(reply, last, today, days), today, days: days) : null;
    }

    /// <summary>"I have read it": the reply is gone.</summary>
    public Mailbox Forget(ShownReply reply, Day today, ReplyDays? days = null) => Row.With(Kept(reply, lastDay: null, today, days), today, days: days);

    /// <summary>
    /// Seals what she adds into R1, R2 or R3 of <paramref name="hot"/>; null where that slot was changed as often as it may be. Answers to
    /// replies, how urgent it is, a few facts: at most 31 bytes.
    /// </summary>
    public (HotRow Hot, Mailbox Mailbox)? Add(HotRow hot, Slot reserved, ReadOnlySpan<byte> payload, Day today, ReplyDays? days = null)
    {
        if (!Slot.Reserved.Contains(reserved))
        {
            throw new ArgumentException("She adds to R1, R2 and R3.", nameof(reserved));
        }

        using var box = _box.Copy();
        return box.Write(hot, reserved, payload) is { } written ? (written, Row.With(Row.Replies, today, box.Seal(_keys), days)) : null;
    }

    /// <summary>
    /// Her replies and all else under another code; null where M was changed as often as it may be. The old mailbox is removed in the
    /// same commit.
    /// </summary>
    public (HotRow Hot, Mailbox Mailbox)? Renew(HotRow hot, PreparedCode prepared, Day today, ReplyDays? days = null)
    {
        using var box = _box.Copy();
        return box.Write(hot, Slot.Mailbox, prepared.SlotM) is { } written
            ? (written, prepared.Fill(box, [.. Replies.Reverse().Select(r => (r.LastDay, r.Reply))], today, days)) : null;
    }

    /// <summary>A of her intake: gives the places of case events, for erasing.</summary>
    public ReadOnlySpan<byte> After => _box.After;

    public void Dispose()
    {
        _keys.Dispose();
        _box.Dispose();
    }

    public override string ToString() => nameof(OpenedMailbox);

    private static List<ShownReply> Read(Mailbox row, CodeKeys keys)
    {
        var replies = new List<ShownReply>();
        foreach (var kept in row.Replies.Reverse())
        {
            if (kept.Reply.Open(keys.Reply, row.Place) is { } reply)
            {
                replies.Add(new(reply, kept.LastDay, kept.Reply));
            }
        }

        return replies;
    }

    /// <summary>What is real, newest first, with one changed or gone; throw-away ones behind.</summary>
    private List<KeptReply> Kept(ShownReply changed, Day? lastDay, Day today, ReplyDays? days)
    {
        var real = Replies.Reverse().Where(r => lastDay is not null || r != changed)
            .Select(r => new KeptReply(r == changed ? lastDay!.Value : r.LastDay, r.Sealed)).ToList();
        return Mailbox.Filled(real, Row.Place, today, days);
    }
}
