using IntakeBot.Core.Intakes;

namespace IntakeBot.Desk;

/// <summary>What one member asked and another agreed to. An agreement holds for an hour from the asking, and is nobody's own.</summary>
internal sealed class SecondMember(IReadOnlyList<Memo> memos, byte self, DateTimeOffset now)
{
    private static readonly TimeSpan Holds = TimeSpan.FromHours(1);

    /// <summary>Colleagues' wishes that nobody has answered.</summary>
    public IEnumerable<(Memo Memo, MemoBody.Asked Asked)> ToDecide => Asked.Where(a => a.Memo.Author != self && !Answers(a.Asked.Name).Any());

    /// <summary>Own wishes for it that wait for an answer.</summary>
    public bool IsWaiting(SecondFor what) => Asked.Any(a => a.Memo.Author == self && a.Asked.What == what && !Answers(a.Asked.Name).Any());

    /// <summary>How often somebody else agreed that this member does it.</summary>
    public int Agreements(SecondFor what) => Asked.Count(a => a.Memo.Author == self && a.Asked.What == what && Answers(a.Asked.Name).Any(m => m.Yes));

    /// <summary>Whether a colleague is asked that the case of that mark goes to a partner without her yes, and has not answered.</summary>
    public bool IsWaiting(UInt128 caseMark) => Referrals(caseMark).Any(a => !Answers(a.Asked.Name).Any());

    /// <summary>Whether somebody else agreed that the case of that mark goes to a partner without her yes.</summary>
    public bool IsAgreed(UInt128 caseMark) => Referrals(caseMark).Any(a => Answers(a.Asked.Name).Any(m => m.Yes));

    private IEnumerable<(Memo Memo, MemoBody.Asked Asked)> Referrals(UInt128 caseMark) =>
        Asked.Where(a => a.Memo.Author == self && a.Asked.What is SecondFor.Referral && CaseWish.IsOf(a.Asked.Name, caseMark, a.Memo.At));

    private IEnumerable<(Memo Memo, MemoBody.Asked Asked)> Asked => memos.Where(m => m.At > now - Holds && m.At <= now + TimeSpan.FromMinutes(5))
        .Select(m => (m, m.Body as MemoBody.Asked)).Where(a => a.Item2 is not null).Select(a => (a.m, a.Item2!));

    /// <summary>Not those of who asked.</summary>
    private IEnumerable<MemoBody.Agreed> Answers(ulong name)
    {
        var asker = Asked.Where(a => a.Asked.Name == name).Select(a => (byte?)a.Memo.Author).FirstOrDefault();
        return memos.Where(m => m.Author != asker).Select(m => m.Body).OfType<MemoBody.Agreed>().Where(a => a.Name == name);
    }
}
