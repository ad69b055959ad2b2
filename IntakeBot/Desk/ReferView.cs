using System.Globalization;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Desk;

/// <summary>Puts a referral into words.</summary>
internal sealed class ReferView(DeskVisit visit, Case @case, ReplyView replies)
{
    private readonly DeskWords _words = visit.Frame.Words;

    public ReferModel Of(IEnumerable<Partner> partners, Mailbox? mailbox, Phrase? problem) => new()
    {
        Handle = @case.Handle,
        Partners = [.. partners.Where(p => p.KeyOf(visit.Today) is not null).Select(p => p.Name)],
        OwnFingerprint = Fingerprint.Of(visit.Membership.Identity.Signing.Public),
        Asked = [.. Asked(mailbox)],
        IsAgreed = visit.Second.IsAgreed(@case.Key.Mark),
        IsWaiting = visit.Second.IsWaiting(@case.Key.Mark),
        Answers = [.. Answers().Select(a => ((int)a.Slot.Number, a.Question, a.Answer, a.IsChosen))],
        Problem = problem is { } wrong ? _words[wrong] : null,
    };

    /// <summary>What of <paramref name="chosen"/> can go.</summary>
    public IReadOnlyList<Slot> Chosen(IEnumerable<string?> chosen) =>
        [.. Answers().Select(a => a.Slot).Where(s => chosen.Contains(s.Number.ToString(CultureInfo.InvariantCulture)))];

    private IEnumerable<(string Name, string Text, string? Meaning, string Said, bool IsYes)> Asked(Mailbox? mailbox)
    {
        var work = new WorkView(visit.Membership, visit.Words, visit.Zone);
        foreach (var name in @case.Work.Sent.Select(s => s.Body.Name).Reverse())
        {
            if (@case.Reading.ReplyAnswers is { } answers && answers.Answers.Where(a => a.Reply == name).Select(a => (ReplyAnswer?)a.Answer).FirstOrDefault() is { } said)
            {
                var reply = mailbox is null ? null : ReplyOf(name, mailbox);
                yield return (
                    name.ToString("x16", CultureInfo.InvariantCulture),
                    reply is null ? _words[Phrase.ReferTextGone] : EscapedText.Lines(reply.Text),
                    reply is null ? null : replies.MeaningOf(reply.Text, reply.Language),
                    $"{work.Of(said)} {new Day(answers.Day)}",
                    said is ReplyAnswer.Yes && reply is not null);
            }
        }
    }

    /// <summary>Null where it is not known, or two were written under one name: then nobody can say which of them she answered.</summary>
    private Reply? ReplyOf(ulong name, Mailbox mailbox) => @case.Work.Drafted.Where(d => d.Body.Name == name)
        .Select(d => ReplyDraft.Of(d.Body)?.TextFor(mailbox.Key)).OfType<Reply>().DistinctBy(r => r.Text).ToList() is [var one] ? one : null;

    /// <summary>What she said; what she skipped looks in the copy like what she was not asked.</summary>
    private IEnumerable<(Slot Slot, string Question, string Answer, bool IsChosen)> Answers()
    {
        var slots = @case.Reading.Answers.Select(a => a.Slot).Concat(@case.Reading.Additions.Select(a => a.Slot));
        foreach (var (slot, answer) in slots.Zip(new AnswerView(@case.By, visit.Words).Of(@case.Reading)).Where(a => a.Second.Kind is "said" or "later"))
        {
            yield return (slot, answer.Question, string.Join(", ", answer.Lines), true);
        }

        if (@case.Reading.Note is { } note)
        {
            yield return (Slot.Note, _words[Phrase.InHerWords], EscapedText.Of(note.Text), false);
        }
    }
}
