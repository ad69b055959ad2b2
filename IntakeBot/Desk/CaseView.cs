using IntakeBot.Core.Intakes;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Desk;

/// <summary>Puts one case into words.</summary>
internal sealed class CaseView(Membership membership, CaseWords words, DueWords due, CaseSheet sheet, TimeZoneInfo zone, DateTimeOffset now)
{
    /// <summary><paramref name="mailbox"/>: hers, where it is there.</summary>
    public CaseModel Of(Case @case, Mailbox? mailbox)
    {
        var (dueWords, dueKind) = due.Of(@case);
        var reading = @case.Reading;
        var answers = new AnswerView(@case.By, words);
        return new()
        {
            Handle = @case.Handle,
            Level = @case.Triage.Level.ToString(),
            LevelWord = words.Of(@case.Triage.Level) + (@case.Triage.MayBe > @case.Triage.Level ? $" · {words.Words.With(Phrase.MayBe, @case.Triage.MayBe)}" : ""),
            Due = dueWords,
            DueKind = dueKind,
            Facts = words.Words.With(Phrase.CaseFacts, words.DayOf(reading), words.LanguageOf(reading.Language), @case.KeptUntil),
            Marks = [.. @case.Marks.Select(m => (words.Of(m), words.MeaningOf(m))), .. @case.HasLogTrouble ? new[] { (words.Words[Phrase.MarkEvents], words.Words[Phrase.MeansEvents]) } : []],
            Answers = [.. answers.Of(reading)],
            Note = reading.Note is { } note ? (reading.Language ?? "", EscapedText.Of(note.Text)) : null,
            Reasons = [.. Reasons(@case)],
            AskedFor = [.. answers.AskedFor(reading)],
            SafeTimes = [.. SafeTimes(@case)],
            Assigned = @case.Work.Assignee is { } place ? words.Words.With(Phrase.AssignedTo, words.NameOf(place)) : words.Words[Phrase.AssignedToNobody],
            IsMine = @case.Work.Assignee == membership.Member.Place,
            Statuses = [.. Enum.GetValues<CaseStatus>().Select(s => (s.ToString(), words.Of(s), s == @case.Work.Status))],
            Tags = [.. @case.Work.Tags.Select(t => (t.Body.Tag, EscapedText.Of(t.Body.Tag)))],
            FollowUp = @case.Work.FollowUp is { } day ? new Day(day).ToString() : "",
            Merged = @case.Work.MergedInto is { } into ? (words.Words.With(Phrase.MergedInto, ShortOf(new Place(into))), sheet.Cases.FirstOrDefault(c => c.Place.Value == into)?.Handle) : null,
            MergedHere = [.. sheet.Cases.Where(c => c.Work.MergedInto == @case.Place.Value).Select(c => (words.Words.With(Phrase.MergedHere, ShortOf(c.Place), words.DayOf(c.Reading)), c.Handle))],
            NoReply = mailbox is not null ? null : WhyNoReply(reading),
            ReplyWarnings = [.. Warnings(@case)],
            Replies = [.. new WorkView(membership, words, zone).Replies(@case)],
            History = [.. new WorkView(membership, words, zone).History(@case)],
            Place = @case.Place.ToString(),
        };
    }

    /// <summary>What speaks against writing to her at all.</summary>
    public IEnumerable<string> Warnings(Case @case)
    {
        if (@case.Triage.NeutralOnly)
        {
            yield return words.Words[Phrase.NeutralOnly];
        }

        if (@case.Reading.ReplyAnswers is { } said && said.Answers.Any(a => a.Answer is ReplyAnswer.Stop))
        {
            yield return words.Words.With(Phrase.AskedToStop, new Day(said.Day));
        }
    }

    private static string ShortOf(Place place) => place.ToString()[..8];

    private string WhyNoReply(IntakeReading reading) => words.Words[
        reading.Mailbox is not null ? Phrase.NoReplyMailbox
        : reading.Answers.Any(a => a.Slot == Slot.Mailbox) ? Phrase.NoReplyTampered
        : Phrase.NoReplyNumber];

    private IEnumerable<string> Reasons(Case @case)
    {
        var any = false;
        foreach (var (level, reason) in @case.Triage.Reasons.Select(r => r.Level).Zip(words.Reasons(@case)))
        {
            any = true;
            yield return $"{level}: {reason}";
        }

        if (@case.Triage.Unread.Count > 0)
        {
            yield return words.Words.With(Phrase.ReasonUnread, string.Join(", ", @case.Triage.Unread));
        }
        else if (!any)
        {
            yield return words.Words[Phrase.NoReason];
        }
    }

    private IEnumerable<string> SafeTimes(Case @case)
    {
        var (reading, questions) = (@case.Reading, new QuestionWords(@case.By.Questionnaire, words.Words));
        foreach (var question in @case.By.Form.SafeTimes.Select(s => s.Question).Distinct())
        {
            if (@case.By.Form.Questions.FirstOrDefault(q => q.Id == question) is not { } asked)
            {
                continue;
            }

            var last = reading.Additions.FirstOrDefault(a => a.Question == question)?.Option is { } added
                ? [added] : reading.Answers.FirstOrDefault(a => a.Question == question)?.Options ?? [];
            foreach (var option in last)
            {
                yield return questions.Of(asked, option);
                if (SafeWindow.Of(option) is { } window)
                {
                    var here = window.In(zone, now);
                    yield return words.Words.With(Phrase.WindowHours, $"{window.From:HH\\:mm}–{window.Until:HH\\:mm}", $"{here.From:HH\\:mm}–{here.Until:HH\\:mm}", zone.Id);
                    yield return words.Words[window.IsOpenAt(now) ? Phrase.WindowOpen : Phrase.WindowShut];
                }
            }

            if (last.Count == 0)
            {
                yield return words.Words[Phrase.NotSaid];
            }
        }

        yield return words.Words.With(Phrase.HerTimeNow, now.ToOffset(SafeWindow.HerOffset).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
    }
}
