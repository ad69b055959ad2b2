using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>One member writing to others: a row for each, so that nobody can tell how many read it but by counting rows.</summary>
public sealed class MemoDesk(Membership membership, IRowSource rows, TimeProvider time)
{
    /// <summary>Everybody who opens what is said to this member's desk, herself among them: she reads it on her other machines, too.</summary>
    public IEnumerable<RosterMember> Colleagues => membership.Roster.Members.Where(m => m.IsRecipient && m.Desk == membership.Member.Desk);

    public IEnumerable<RosterMember> Auditors => membership.Roster.Members.Where(m => !m.IsRecipient);

    /// <summary>How many have it now. Who has stated no key for today gets none; the exceptions are those of the rows.</summary>
    public async Task<int> WriteAsync(MemoBody body, IEnumerable<RosterMember> recipients, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var memo = new Memo { Author = membership.Member.Place, Minute = CaseEvent.MinuteOf(now), Body = body };
        var count = 0;
        foreach (var recipient in recipients)
        {
            if (MemoSealer.Seal(memo, membership.Identity.Signing, recipient, membership.Roster.Epochs, Day.Of(now)) is { } row
                && await rows.PutEventAsync(row, cancellationToken) == true)
            {
                count++;
            }
        }

        return count;
    }
}
