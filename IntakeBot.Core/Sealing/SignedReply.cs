namespace IntakeBot.Core.Sealing;

/// <summary>
/// A sealed reply on its way to the store, with the signatures of the members who stand for it. The signatures go no further than the
/// Exchange: kept, they would tell real replies from throw-away ones, and who answers whom.
/// </summary>
public sealed record SignedReply
{
    private const string Purpose = "reply";

    /// <summary>The mailbox it is for.</summary>
    public required Place Mailbox { get; init; }

    /// <summary>The day on which it was written: an old one that was read and is gone cannot be put again for ever.</summary>
    public required Day Written { get; init; }

    public required SealedReply Reply { get; init; }

    /// <summary>One or two, by different members.</summary>
    public required IReadOnlyList<ReplySignature> Signatures { get; init; }

    /// <summary>What a member signs: mailbox 16 ‖ day 2 ‖ sealed reply, framed as "reply".</summary>
    public static ReplySignature Sign(Place mailbox, Day written, SealedReply reply, byte rosterPlace, SigningKey key) =>
        new(rosterPlace, key.Sign(Purpose, Message(mailbox, written, reply)));

    /// <summary><see cref="ReplyRefusal.None"/> where it may be put into the mailbox on <paramref name="today"/>; else why not. Pure: asks the roster and nothing else.</summary>
    public ReplyRefusal Refusal(Roster roster, Day today)
    {
        var age = today.Number - Written.Number;
        if (age is < -Format.ReplyDaysAhead or > Format.ReplyDaysWaiting || today > roster.NotAfter)
        {
            return ReplyRefusal.Day;
        }

        var members = Signatures.Select(s => roster.Members.FirstOrDefault(m => m.IsRecipient && m.Place == s.RosterPlace)).ToList();
        var message = Message(Mailbox, Written, Reply);
        if (Signatures.Where((s, i) => members[i]?.SigningKey.Verifies(s.Bytes, Purpose, message) != true).Any())
        {
            return ReplyRefusal.Signature;
        }

        return Signatures.Count < roster.Approvals || Signatures.Count > Format.ReplySignatures
            || members.Distinct().Count() != members.Count || members.Select(m => m!.Desk).Distinct().Count() != 1
            ? ReplyRefusal.Approvals : ReplyRefusal.None;
    }

    public override string ToString() => nameof(SignedReply);

    private static byte[] Message(Place mailbox, Day written, SealedReply reply) =>
        [.. mailbox.ToArray(), (byte)(written.Number >> 8), (byte)(written.Number & 0xFF), .. reply.Bytes];
}
