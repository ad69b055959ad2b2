using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Core.Intakes;

/// <summary>What a reading says, as a set: who says less has a part of the set of who says more, and no level can fall by an answer.</summary>
internal sealed class TriageFacts
{
    private readonly IntakeReading _reading;
    private readonly IReadOnlyList<Question> _later;
    private readonly IReadOnlyList<Question> _questions;
    private readonly Form _form;

    public TriageFacts(IntakeReading reading, Questionnaire questionnaire, Form form)
    {
        (_reading, _form, _later) = (reading, form, questionnaire.Later);
        _questions = [.. form.Questions.UnionBy(questionnaire.Later, q => q.Id)];
        Said =
        [
            .. reading.Answers.Where(a => a.Question is not null).SelectMany(a => a.Options.Select(o => new OptionName(a.Question!, o))),
            .. reading.Additions.Where(IsKnown).Select(a => new OptionName(a.Question!, a.Option!)),
        ];
        Unread =
        [
            .. reading.Heading is null ? new[] { Slot.Heading } : [],
            .. reading.Answers.Where(a => a.Kind is AnswerKind.Tampered or AnswerKind.Unreadable && a.Slot != Slot.Heading).Select(a => a.Slot).Where(MayRaise),
            .. reading.Additions.Where(a => !IsKnown(a)).Select(a => a.Slot),
        ];
        AnythingPossible = !reading.QuestionnaireOk || Unread.Any(s => LaterIndex(s) >= _later.Count);
        Possible =
        [
            .. Said,
            .. _questions.Where(q => !reading.QuestionnaireOk || Unread.Any(s => IsOf(s, q))).SelectMany(q => q.Options.Select(o => new OptionName(q.Id, o.Id))),
        ];
    }

    public HashSet<OptionName> Said { get; }

    /// <summary>What was said, and whatever may have been said in a slot that cannot be read.</summary>
    public HashSet<OptionName> Possible { get; }

    /// <summary>True where this questionnaire does not tell what may have been said.</summary>
    public bool AnythingPossible { get; }

    /// <summary>Slots that cannot be read, and might hold what is more urgent.</summary>
    public IReadOnlyList<Slot> Unread { get; }

    /// <summary>Every reason that <paramref name="facts"/> give, the most urgent first.</summary>
    public IEnumerable<TriageReason> Reasons(HashSet<OptionName> facts)
    {
        var form = new TriageReason(_form.Level, []);
        var alone = _questions.SelectMany(q => q.Options.Where(o => facts.Contains(new(q.Id, o.Id))).Select(o => new TriageReason(o.Level, [new(q.Id, o.Id)])));
        var together = _form.Triage.Where(r => r.All.All(facts.Contains)).Select(r => new TriageReason(r.Level, r.All));
        return alone.Concat(together).Prepend(form).Where(r => r.Level != Level.U4).OrderByDescending(r => r.Level);
    }

    /// <summary>True where she is in danger today, or may have said so.</summary>
    public bool MayBeInDangerToday =>
        AnythingPossible || _questions.Any(q => q.Options.Any(o => o.Danger && Possible.Contains(new(q.Id, o.Id))));

    /// <summary>Her last word counts: a time that she took back, or that may have been changed where it cannot be read, is none.</summary>
    public bool HasSafeTime => _form.SafeTimes.Select(t => t.Question).Distinct().Any(question =>
    {
        var later = _later.Index().FirstOrDefault(q => q.Item.Id == question, (Index: -1, Item: null!)).Index;
        if (later >= 0 && Unread.Any(s => LaterIndex(s) == later))
        {
            return false;
        }

        var last = _reading.Additions.FirstOrDefault(a => a.Question == question) is { Option: { } added }
            ? [added] : _reading.Answers.FirstOrDefault(a => a.Question == question)?.Options ?? [];
        return last.Any(o => _form.SafeTimes.Contains(new(question, o)));
    });

    private static bool IsKnown(AdditionReading addition) => addition is { Question: not null, Option: not null };

    /// <summary>Which question of <c>later</c> is answered again there; -1: none.</summary>
    private static int LaterIndex(Slot slot) => slot.Number - Slot.Reserved[1].Number is >= 0 and < 2 and var index ? index : -1;

    private bool MayRaise(Slot slot) =>
        LaterIndex(slot) >= 0 || _questions.Any(q => IsOf(slot, q)) || (!_reading.QuestionnaireOk && slot.Number < Slot.Mailbox.Number);

    private bool IsOf(Slot slot, Question question) =>
        LaterIndex(slot) is >= 0 and var index
            ? _later.ElementAtOrDefault(index)?.Id == question.Id
            : slot.Number == question.Slot && _form.Questions.Contains(question);
}
