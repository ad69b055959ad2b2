using System.Runtime.CompilerServices;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Desk;

/// <summary>Puts the queue into words.</summary>
internal sealed class QueueView(Membership membership, CaseSheet sheet, CaseWords words, DueWords due, Day today)
{
    private const int MostErased = 20;

    public QueueModel Of(QueueWish wish, string? progress)
    {
        var shown = sheet.Cases.Where(c => Fits(c, wish)).ToList();
        var pages = Math.Max(1, (shown.Count + QueueWish.PageSize - 1) / QueueWish.PageSize);
        var page = Math.Min(wish.Page, pages);
        return new()
        {
            Filters = [(words.Words[Phrase.FilterPart], Parts(wish)), (words.Words[Phrase.FilterLevel], Levels(wish)), (words.Words[Phrase.FilterLanguage], Languages(wish))],
            Rows = [.. shown.Skip((page - 1) * QueueWish.PageSize).Take(QueueWish.PageSize).Select(Row)],
            Previous = page > 1 ? (wish with { Page = page - 1 }).Query() : null,
            Next = page < pages ? (wish with { Page = page + 1 }).Query() : null,
            Erased = [.. sheet.Erased.Take(MostErased).Select(e => words.Words.With(Phrase.ErasedLine, e.Place, e.Day))],
            Others = sheet.Others == 0 ? null : words.Words.With(Phrase.OthersCount, sheet.Others),
            Progress = progress,
        };
    }

    /// <summary>Each filter looks at every case: compiled well for the first page, too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Fits(Case @case, QueueWish wish) =>
        (wish.Level is null || @case.Triage.MayBe == wish.Level) && (wish.Language is null || @case.Reading.Language == wish.Language) && Fits(@case, wish.Part);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Fits(Case @case, QueuePart part) => part switch
    {
        QueuePart.Closed => @case.IsClosed,
        _ when @case.IsClosed => false,
        QueuePart.Unassigned => @case.Work.Assignee is null,
        QueuePart.Mine => @case.Work.Assignee == membership.Member.Place,
        QueuePart.Approve => @case.Work.Drafts.Any(d => d.Author != membership.Member.Place),
        QueuePart.Waiting => @case.IsWaiting,
        QueuePart.Due => @case.IsDue(today),
        QueuePart.Children => @case.IsChild,
        _ => true,
    };

    private List<QueueFilter> Parts(QueueWish wish) =>
        [.. Enum.GetValues<QueuePart>().Select(p => Filter(words.Of(p), wish with { Part = p, Page = 1 }, wish.Part == p))];

    private List<QueueFilter> Levels(QueueWish wish) =>
        [.. new Level?[] { null, Level.U1, Level.U2, Level.U3, Level.U4 }.Select(l => Filter(l is { } level ? $"{level} {words.Of(level)}" : words.Words[Phrase.All], wish with { Level = l, Page = 1 }, wish.Level == l))];

    private List<QueueFilter> Languages(QueueWish wish) =>
    [
        Filter(words.Words[Phrase.All], wish with { Language = null, Page = 1 }, wish.Language is null),
        .. membership.Questionnaire.Languages.Where(l => sheet.Cases.Any(c => c.Reading.Language == l.Tag) || wish.Language == l.Tag)
            .Select(l => Filter(l.Name, wish with { Language = l.Tag, Page = 1 }, wish.Language == l.Tag)),
    ];

    private QueueFilter Filter(string name, QueueWish wish, bool isOn) => new(name, wish.Query(), Count(wish), isOn);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Count(QueueWish wish)
    {
        var count = 0;
        foreach (var @case in sheet.Cases)
        {
            count += Fits(@case, wish) ? 1 : 0;
        }

        return count;
    }

    private QueueRow Row(Case @case)
    {
        var (dueWords, dueKind) = due.Of(@case);
        var reasons = words.Reasons(@case).ToList();
        return new()
        {
            Handle = @case.Handle,
            Level = @case.Triage.Level.ToString(),
            LevelWord = words.Of(@case.Triage.Level),
            MayBe = @case.Triage.MayBe > @case.Triage.Level ? words.Words.With(Phrase.MayBe, @case.Triage.MayBe) : null,
            Due = dueWords,
            DueKind = dueKind,
            Why = reasons.FirstOrDefault() ?? words.Words[Phrase.NoReason],
            More = reasons.Count > 1 ? words.Words.With(Phrase.MoreReasons, reasons.Count - 1) : null,
            Marks = [.. Marks(@case)],
            Language = words.LanguageOf(@case.Reading.Language),
            Day = words.DayOf(@case.Reading),
            Assignee = words.Assignee(@case.Work),
            Status = @case.Work.Status is CaseStatus.New ? null : words.Of(@case.Work.Status),
        };
    }

    private IEnumerable<string> Marks(Case @case)
    {
        if (Fits(@case, QueuePart.Approve))
        {
            yield return words.Words[Phrase.MarkApprove];
        }

        if (@case.HasHerAnswer && !@case.IsClosed)
        {
            yield return words.Words[Phrase.MarkAnswered];
        }

        if (@case.IsChild)
        {
            yield return words.Words[Phrase.MarkChild];
        }

        if (@case.IsDue(today))
        {
            yield return words.Words[Phrase.MarkDue];
        }

        foreach (var tag in @case.Work.Tags)
        {
            yield return EscapedText.Of(tag.Body.Tag);
        }

        foreach (var mark in @case.Marks)
        {
            yield return words.Of(mark);
        }

        if (@case.HasLogTrouble)
        {
            yield return words.Words[Phrase.MarkEvents];
        }
    }
}
