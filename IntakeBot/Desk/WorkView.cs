using System.Globalization;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Desk;

/// <summary>What staff did with a case, in words.</summary>
internal sealed class WorkView(Membership membership, CaseWords words, TimeZoneInfo zone)
{
    /// <summary>Those that wait for somebody first, then what was sent with her answer; a link where this member can decide.</summary>
    public IEnumerable<(string Words, string? Link)> Replies(Case @case)
    {
        foreach (var draft in @case.Work.Drafts)
        {
            var isOwn = draft.Author == membership.Member.Place;
            yield return (
                words.Words.With(isOwn ? Phrase.DraftOwn : Phrase.DraftOther, words.NameOf(draft.Author), At(draft.At)),
                string.Create(CultureInfo.InvariantCulture, $"draft/{draft.Body.Name:x16}"));
        }

        var answers = @case.Reading.ReplyAnswers;
        foreach (var sent in @case.Work.Sent.Reverse())
        {
            var said = answers?.Answers.Where(a => a.Reply == sent.Body.Name).Select(a => (ReplyAnswer?)a.Answer).FirstOrDefault();
            yield return (said is { } answer
                ? words.Words.With(Phrase.SentAnswered, At(sent.At), Of(answer), new Day(answers!.Day))
                : words.Words.With(Phrase.SentWaiting, At(sent.At)), null);
        }

        foreach (var (reply, answer) in (answers?.Answers ?? []).Where(a => @case.Work.Sent.All(s => s.Body.Name != a.Reply)))
        {
            yield return (words.Words.With(Phrase.AnsweredOther, Of(answer), new Day(answers!.Day)), null);
        }
    }

    public IEnumerable<string> History(Case @case)
    {
        var lines = new List<(DateTimeOffset At, string Words)>();
        lines.AddRange(@case.Work.Openings.Select(o => (o.At, words.Words.With(Phrase.HistoryOpened, words.NameOf(o.Author)))));
        lines.AddRange(@case.Work.Notes.Select(n => (n.At, $"{words.NameOf(n.Author)}: {EscapedText.Lines(n.Body.Text)}")));
        if (@case.Work.Assigned is { } assigned)
        {
            lines.Add((assigned.At, assigned.Body.To is { } to
                ? words.Words.With(Phrase.HistoryAssigned, words.NameOf(assigned.Author), words.NameOf(to))
                : words.Words.With(Phrase.HistoryLeft, words.NameOf(assigned.Author))));
        }

        if (@case.Work.StatusSet is { } status)
        {
            lines.Add((status.At, words.Words.With(Phrase.HistoryStatus, words.NameOf(status.Author), words.Of(status.Body.Status))));
        }

        lines.AddRange(@case.Work.Tags.Select(t => (t.At, words.Words.With(Phrase.HistoryTagged, words.NameOf(t.Author), EscapedText.Of(t.Body.Tag)))));
        if (@case.Work.FollowUpSet is { } follow)
        {
            lines.Add((follow.At, words.Words.With(Phrase.HistoryFollow, words.NameOf(follow.Author), follow.Body.Day == 0 ? words.Words[Phrase.NoDay] : new Day(follow.Body.Day))));
        }

        if (@case.Work.MergedSet is { } merged)
        {
            lines.Add((merged.At, words.Words.With(merged.Body.Into == 0 ? Phrase.HistoryParted : Phrase.HistoryMerged, words.NameOf(merged.Author))));
        }

        lines.AddRange(@case.Work.Referrals.Select(r => (r.At, words.Words.With(Phrase.HistoryReferred, words.NameOf(r.Author), EscapedText.Of(r.Body.Partner)))));
        lines.AddRange(@case.Work.TakenOut.Select(t => (t.At, words.Words.With(t.Body.How == TakenHow.Printed ? Phrase.HistoryPrinted : Phrase.HistoryTable, words.NameOf(t.Author)))));
        lines.AddRange(@case.Work.Sent.Select(s => (s.At, words.Words.With(Phrase.HistorySent, words.NameOf(s.Author)))));
        lines.AddRange(@case.Work.Unknown.Select(u => (u.At, words.Words.With(Phrase.HistoryUnknown, words.NameOf(u.Author)))));
        return lines.OrderByDescending(l => l.At).Select(l => $"{At(l.At)} {l.Words}");
    }

    public string Of(ReplyAnswer answer) => words.Words[answer switch
    {
        ReplyAnswer.Yes => Phrase.SaidYes,
        ReplyAnswer.No => Phrase.SaidNo,
        ReplyAnswer.NotNow => Phrase.SaidNotNow,
        _ => Phrase.SaidStop,
    }];

    private string At(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
