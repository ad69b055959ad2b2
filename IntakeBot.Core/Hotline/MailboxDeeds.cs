using System.Security.Cryptography;
using IntakeBot.Core.Conversations;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Core.Hotline;

/// <summary>What a visit to a mailbox reads and writes. Where the code opened nothing there is nothing to write, and it looks the same.</summary>
internal sealed class MailboxDeeds(HotlineParts parts)
{
    private readonly ReplyDays _days = parts.Retention.ForReplies();

    /// <summary>Takes the mailbox as it is stored now; one that is gone opens nothing from now on.</summary>
    public void Refresh(ChatVisit visit)
    {
        if (visit.Opened is { } opened && (parts.Store.Find<Mailbox>(opened.Row.Place) is not { } row || !opened.TryAgain(row)))
        {
            visit.Turn(to: null);
        }

        Look(visit);
    }

    /// <summary>What there is to see in the mailbox as it was read. Without another read: a code that opens one must take no longer than one that does not.</summary>
    public static void Look(ChatVisit visit)
    {
        var reply = Shown(visit);
        visit.View = visit.View with { Reply = reply?.Reply, ReplyName = reply is null ? 0 : ReplyAnswers.NameOf(reply.Sealed.Id) };
    }

    /// <summary>A reply was put before her: from now on it is kept as long as what was shown. Written by somebody else meanwhile: next time.</summary>
    public async Task ShowAsync(ChatVisit visit, Day today)
    {
        if (visit.Opened is { } opened && Shown(visit) is { } reply && opened.Show(reply, today, _days) is { } row
            && await parts.Store.CommitAsync(new Change().Put(row, opened.Row.Version)))
        {
            Refresh(visit);
        }
    }

    /// <summary>Makes durable what <paramref name="turn"/> says, and moves the visit on. Null: somebody else wrote a row first, look again.</summary>
    public async Task<MailboxOutcome?> DoAsync(ChatVisit visit, Turn turn, Day today)
    {
        var outcome = turn.Deed switch
        {
            Deed.Forget => await ForgetAsync(visit, today),
            Deed.Add => await AddAsync(visit, turn.Seal[0], today),
            Deed.Renew => await RenewAsync(visit, today),
            Deed.Erase => await EraseAsync(visit, today),
            _ => MailboxOutcome.Done,
        };
        if (outcome is MailboxOutcome.Done && turn.View is { } view)
        {
            visit.View = view;
            if (turn.Deed is Deed.Offer)
            {
                Offer(visit);
            }
            else if (view.Page is not VisitPage.NewCode)
            {
                visit.Offer(prepared: null);
            }
        }

        return outcome;
    }

    /// <summary>The oldest that she has not put away and whose time is not over.</summary>
    private static ShownReply? Shown(ChatVisit visit) => visit.Opened?.Replies.FirstOrDefault(r => r.LastDay.Number >= visit.View.Today);

    private async Task<MailboxOutcome?> ForgetAsync(ChatVisit visit, Day today) =>
        visit.Opened is not { } opened || Shown(visit) is not { } reply
            || await parts.Store.CommitAsync(new Change().Put(opened.Forget(reply, today, _days), opened.Row.Version))
            ? MailboxOutcome.Done : null;

    private async Task<MailboxOutcome?> AddAsync(ChatVisit visit, SlotWrite write, Day today)
    {
        if (visit.Opened is not { } opened)
        {
            return MailboxOutcome.Done;
        }

        if (parts.Store.Find<HotRow>(opened.Intake) is not { } hot || opened.Add(hot, write.Slot, write.Payload.Span, today, _days) is not var (written, mailbox))
        {
            return MailboxOutcome.Gone;
        }

        return await parts.Store.CommitAsync(new Change().Put(written, hot.Version).Put(mailbox, opened.Row.Version)) ? MailboxOutcome.Done : null;
    }

    /// <summary>Without a code ready she is told to press again in a moment.</summary>
    private void Offer(ChatVisit visit)
    {
        visit.Offer(parts.Codes.TryTakePrepared());
        visit.View = visit.View with { Code = visit.Offered is { } prepared ? new(prepared.Code, prepared.Code.Choices(RandomNumberGenerator.GetBytes(32))) : null };
    }

    /// <summary>The new code counts only now, when she has it; until then the old one does.</summary>
    private async Task<MailboxOutcome?> RenewAsync(ChatVisit visit, Day today)
    {
        if (visit.Opened is not { } opened || visit.Offered is not { } prepared)
        {
            return MailboxOutcome.Done;
        }

        if (parts.Store.Find<HotRow>(opened.Intake) is not { } hot || opened.Renew(hot, prepared, today, _days) is not var (written, mailbox))
        {
            return MailboxOutcome.Gone;
        }

        // The tombstone is so that no restored data file brings the old code's mailbox back.
        var old = opened.Row;
        var change = new Change().Put(written, hot.Version).Put(mailbox, expected: null)
            .Remove(RowKind.Mailbox, old.Place, old.Version).Put(Tombstone.Of(old.Place, today), expected: null);
        if (!await parts.Store.CommitAsync(change))
        {
            return null;
        }

        visit.Turn(OpenedMailbox.Open(mailbox, visit.TakeOffered()!));
        return MailboxOutcome.Done;
    }

    /// <summary>Both rows, the mailbox, what staff wrote, and tombstones in the stead of all but that.</summary>
    private async Task<MailboxOutcome?> EraseAsync(ChatVisit visit, Day today)
    {
        if (visit.Opened is { } opened
            && !await parts.Store.CommitAsync(new Change().Erase(opened.Intake, today, opened.Row.Place, parts.Store.EventsOf(opened.After))))
        {
            // Erased before, from another phone: its mailbox went then.
            _ = await parts.Store.CommitAsync(new Change().Remove(RowKind.Mailbox, opened.Row.Place, expected: null).Put(Tombstone.Of(opened.Row.Place, today), expected: null));
        }

        return MailboxOutcome.Done;
    }
}
