using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>One staff member answering from this machine: seals, signs, checks what a colleague wrote, and puts it.</summary>
public sealed class ReplyDesk(IRowSource rows, Membership membership)
{
    public Task<Mailbox?> FindMailboxAsync(IntakeReading reading, CancellationToken cancellationToken) => reading.Mailbox is { } place
        ? rows.FindMailboxAsync(Place.Read(place.Span), cancellationToken) : Task.FromResult<Mailbox?>(null);

    /// <summary>
    /// By place. They are asked for in the order of their places, and after the intakes, so that who watches the server learns nothing from
    /// the order about which belongs to which.
    /// </summary>
    public async Task<IReadOnlyDictionary<Place, Mailbox>> MailboxesAsync(IEnumerable<IntakeReading> readings, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Place, Mailbox>();
        foreach (var place in readings.Where(r => r.Mailbox is not null).Select(r => Place.Read(r.Mailbox!.Value.Span)).Distinct().OrderBy(p => p.Value))
        {
            if (await rows.FindMailboxAsync(place, cancellationToken) is { } mailbox)
            {
                found.Add(place, mailbox);
            }
        }

        return found;
    }

    /// <summary>Signed by this member; null where the key is not the one that the person named in M.</summary>
    public ReplyDraft? Write(Reply reply, Mailbox mailbox, IntakeReading reading, Day today) =>
        ReplyDraft.Write(reply, mailbox.Key, reading.Mailbox.GetValueOrDefault().Span, today, membership.Member.Place, membership.Identity.Signing);

    /// <summary>The draft's file; null where the intake is gone meanwhile.</summary>
    public async Task<byte[]?> SealAsync(ReplyDraft draft, Place intake, CancellationToken cancellationToken) =>
        (await rows.FindAsync(intake, cancellationToken)).Cold is { } cold && membership.Identity.EpochSecretOf(cold.Epoch) is { } own
            ? draft.Seal(cold, own, membership.Member.Place) : null;

    /// <summary>Null where it does not open, whatever the reason.</summary>
    public async Task<ReplyDraft?> OpenAsync(byte[] file, Place intake, CancellationToken cancellationToken) =>
        (await rows.FindAsync(intake, cancellationToken)).Cold is { } cold && membership.Identity.EpochSecretOf(cold.Epoch) is { } own
            ? ReplyDraft.Open(file, cold, own, membership.Member.Place) : null;

    public bool IsAuthorOf(ReplyDraft draft) => draft.Author.RosterPlace == membership.Member.Place;

    public string AuthorOf(ReplyDraft draft) => membership.Roster.Members.FirstOrDefault(m => m.Place == draft.Author.RosterPlace)?.Pseudonym ?? "nobody in the roster";

    public SignedReply Approve(ReplyDraft draft) =>
        draft.ToSigned(SignedReply.Sign(draft.Mailbox, draft.Written, draft.Reply, membership.Member.Place, membership.Identity.Signing));

    /// <summary>Null where it may be put today.</summary>
    public string? ProblemOf(SignedReply reply, Day today) => reply.Refusal(membership.Roster, today) switch
    {
        ReplyRefusal.None => null,
        ReplyRefusal.Day =>
            $"was written on {reply.Written}: a reply goes within {Format.ReplyDaysWaiting} days, and while the roster counts (until {membership.Roster.NotAfter}); write it anew",
        ReplyRefusal.Signature => "is not signed by who it says, or that member is no longer in the roster: do not send it, and tell your desk",
        _ => $"needs {membership.Roster.Approvals} members of one desk: another one reads it with 'intakebot replies approve'",
    };

    /// <summary>False where the server has no such mailbox any more, or knows another membership.Roster.</summary>
    public Task<bool> PutAsync(SignedReply reply, CancellationToken cancellationToken) => rows.PutReplyAsync(reply, cancellationToken);
}
