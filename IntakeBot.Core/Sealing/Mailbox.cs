using System.Buffers.Binary;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// Where replies to one person wait: found by a tag that only her code gives, written to by staff under a key that slot M names. Its place
/// is the first 16 bytes of H(none; "mailbox", reply key), so that M leads there and nothing leads to the intake.
/// </summary>
public sealed class Mailbox : SealedRow
{
    private const int KeyAt = Sixteen.Size;
    private const int BoxAt = KeyAt + RecipientKey.Size;
    private const int RepliesAt = BoxAt + Format.MailboxBoxSize;
    private const int Body = RepliesAt + (Format.RepliesKept * KeptReply.Size);

    public override RowKind Kind => RowKind.Mailbox;

    public required MailboxTag Tag { get; init; }

    public required RecipientKey Key { get; init; }

    /// <summary>A sealed <see cref="MailboxBox"/>: opens with the code.</summary>
    public required byte[] Box
    {
        get;
        init => field = value.Length == Format.MailboxBoxSize
            ? value : throw new ArgumentException($"{Format.MailboxBoxSize} bytes are needed, not {value.Length}.", nameof(value));
    }

    /// <summary>The newest first, throw-away ones last; always as many.</summary>
    public required IReadOnlyList<KeptReply> Replies
    {
        get;
        init => field = value.Count == Format.RepliesKept
            ? value : throw new ArgumentException($"There are {Format.RepliesKept} replies, not {value.Count}.", nameof(value));
    }

    private protected override int BodySize => Body;

    public static Place PlaceOf(RecipientKey key) => Place.Read(Hash.Of([], "mailbox", key.Bytes));

    /// <summary>A mailbox that nobody can open, for who wants no number: on the disk it is one like all.</summary>
    public static Mailbox Locked(Day today, ReplyDays? days = null)
    {
        using var keys = CodeKeys.ThrowAway();
        using var box = new MailboxBox();
        return Make(keys, box, Filled([], PlaceOf(keys.Reply.Public), today, days), today, days);
    }

    /// <summary>
    /// The same with a reply that was just approved; where three were kept, the oldest goes. Throw-away ones are the oldest, because
    /// who opens a mailbox puts them last.
    /// </summary>
    public Mailbox WithReply(SealedReply reply, Day today, ReplyDays? days = null) =>
        With([new(today.Plus((days ?? ReplyDays.Shipped).Unread), reply), .. Replies.Take(Format.RepliesKept - 1)], today, days: days);

    /// <summary>
    /// The same without replies whose last day is over, and with no day later than <paramref name="days"/> allow, which may be fewer than when it
    /// was written; null where all is as it should be. Real and throw-away replies are treated alike, so nobody sees which they were.
    /// </summary>
    public Mailbox? Swept(Day today, ReplyDays? days = null)
    {
        days ??= ReplyDays.Shipped;
        var (reply, end) = (today.Plus(days.Unread), Earlier(Expires, today.Plus(days.Mailbox)));
        var kept = Replies.Where(r => r.LastDay >= today).Select(r => r with { LastDay = Earlier(r.LastDay, reply) }).ToList();
        return end == Expires && kept.SequenceEqual(Replies) ? null : With(Filled(kept, Place, today, days), end, Box);
    }

    internal static Mailbox Make(CodeKeys keys, MailboxBox box, IReadOnlyList<KeptReply> replies, Day today, ReplyDays? days) => new()
    {
        Place = PlaceOf(keys.Reply.Public),
        Version = RowVersion.Random(),
        Expires = today.Plus((days ?? ReplyDays.Shipped).Mailbox),
        Tag = keys.Tag,
        Key = keys.Reply.Public,
        Box = box.Seal(keys),
        Replies = replies,
    };

    /// <summary>
    /// Real ones first, then throw-away ones with the day of the oldest: so days fall from first to last whatever there is, and equal
    /// days say nothing.
    /// </summary>
    internal static List<KeptReply> Filled(IReadOnlyList<KeptReply> real, Place mailbox, Day today, ReplyDays? days)
    {
        var day = real.Count > 0 ? real[^1].LastDay : today.Plus((days ?? ReplyDays.Shipped).Unread);
        return [.. real, .. Enumerable.Range(real.Count, Format.RepliesKept - real.Count).Select(_ => new KeptReply(day, SealedReply.ThrowAway(mailbox)))];
    }

    /// <summary>Under a new version, by what a person or staff do: that keeps the mailbox longer.</summary>
    internal Mailbox With(IReadOnlyList<KeptReply> replies, Day today, byte[]? box = null, ReplyDays? days = null) =>
        With(replies, today.Plus((days ?? ReplyDays.Shipped).Mailbox), box ?? Box);

    private static Day Earlier(Day one, Day other) => one < other ? one : other;

    private Mailbox With(IReadOnlyList<KeptReply> replies, Day expires, byte[] box) => new()
    {
        Place = Place,
        Version = RowVersion.Random(),
        Expires = expires,
        Tag = Tag,
        Key = Key,
        Box = box,
        Replies = replies,
    };

    internal static Mailbox? ReadBody(Place place, RowVersion version, Day expires, ReadOnlySpan<byte> body)
    {
        if (body.Length != Body || RecipientKey.Read(body.Slice(KeyAt, RecipientKey.Size)) is not { } key || PlaceOf(key) != place)
        {
            return null;
        }

        var replies = new KeptReply[Format.RepliesKept];
        for (var i = 0; i < replies.Length; i++)
        {
            var kept = body.Slice(RepliesAt + (i * KeptReply.Size), KeptReply.Size);
            replies[i] = new(new(BinaryPrimitives.ReadUInt16BigEndian(kept)), SealedReply.Read(kept[Day.Size..])!);
        }

        return new()
        {
            Place = place,
            Version = version,
            Expires = expires,
            Tag = MailboxTag.Read(body),
            Key = key,
            Box = body.Slice(BoxAt, Format.MailboxBoxSize).ToArray(),
            Replies = replies,
        };
    }

    private protected override void WriteBody(Span<byte> body)
    {
        Tag.CopyTo(body);
        Key.Bytes.CopyTo(body[KeyAt..]);
        Box.CopyTo(body[BoxAt..]);
        for (var i = 0; i < Replies.Count; i++)
        {
            var kept = body.Slice(RepliesAt + (i * KeptReply.Size), KeptReply.Size);
            BinaryPrimitives.WriteUInt16BigEndian(kept, Replies[i].LastDay.Number);
            Replies[i].Reply.Bytes.CopyTo(kept[Day.Size..]);
        }
    }
}
