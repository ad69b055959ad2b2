using System.Globalization;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Desk;

/// <summary>Puts the hand-over into words.</summary>
internal sealed class HandOverView(DeskVisit visit)
{
    private const int MostDue = 20;
    private static readonly TimeSpan NotesFor = TimeSpan.FromDays(7);

    public HandOverModel Of()
    {
        var (words, due, self) = (visit.Frame.Words, visit.Due, visit.Membership.Member.Place);
        var open = visit.Open.Cases.Sheet.Cases.Where(c => !c.IsClosed).ToList();
        string Query(QueuePart part, Level? level = null) => new QueueWish(level, part, null, 1).Query();
        return new()
        {
            Waiting =
            [
                (words[Phrase.WaitUrgent], open.Count(c => c.Triage.MayBe == Level.U1 && c.Work.Openings.Count == 0), Query(QueuePart.Open, Level.U1)),
                (words[Phrase.WaitUnread], open.Count(c => c.Work.Openings.Count == 0), Query(QueuePart.Open)),
                (words[Phrase.PartUnassigned], open.Count(c => c.Work.Assignee is null), Query(QueuePart.Unassigned)),
                (words[Phrase.PartApprove], open.Count(c => c.Work.Drafts.Any(d => d.Author != self)), Query(QueuePart.Approve)),
                (words[Phrase.WaitAnswer], open.Count(c => c.HasHerAnswer), Query(QueuePart.Open)),
                (words[Phrase.PartDue], open.Count(c => c.IsDue(visit.Today)), Query(QueuePart.Due)),
                (words[Phrase.PartWaiting], open.Count(c => c.IsWaiting), Query(QueuePart.Waiting)),
            ],
            Due =
            [
                .. open.Where(c => c.Work.Openings.Count == 0).Take(MostDue).Select(c => (Case: c, Due: due.Of(c)))
                    .Select(c => (c.Case.Triage.MayBe.ToString(), c.Due.Words, c.Due.Kind, c.Case.Handle)),
            ],
            Notes =
            [
                .. visit.Open.Memos.Memos.Where(m => m.Body is MemoBody.ShiftNote && m.At > visit.Now - NotesFor)
                    .Select(m => (At(m.At), visit.Words.NameOf(m.Author), EscapedText.Lines(((MemoBody.ShiftNote)m.Body).Text))),
            ],
            ToDecide = [.. visit.Second.ToDecide.Select(a => (WordsOf(a.Memo, a.Asked), a.Asked.Name.ToString("x16", CultureInfo.InvariantCulture), CaseOf(a.Memo, a.Asked)))],
        };
    }

    private string WordsOf(Memo memo, MemoBody.Asked asked) => visit.Frame.Words.With(
        asked.What switch
        {
            SecondFor.Openings => Phrase.AsksOpenings,
            SecondFor.Table => Phrase.AsksTable,
            _ => Phrase.AsksReferral,
        },
        visit.Words.NameOf(memo.Author), At(memo.At), asked.Count);

    private string? CaseOf(Memo memo, MemoBody.Asked asked) => asked.What is not SecondFor.Referral ? null
        : visit.Open.Cases.Sheet.Cases.FirstOrDefault(c => CaseWish.IsOf(asked.Name, c.Key.Mark, memo.At))?.Handle;

    private string At(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, visit.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
