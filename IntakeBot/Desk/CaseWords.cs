using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Desk;

/// <summary>Cases in the words of one staff member's language. What a person said is shown as the labels of her options, and her own text escaped.</summary>
internal sealed class CaseWords(Membership membership, DeskWords words)
{
    public DeskWords Words => words;

    public string Of(Level level) => words[level switch
    {
        Level.U1 => Phrase.LevelU1,
        Level.U2 => Phrase.LevelU2,
        Level.U3 => Phrase.LevelU3,
        _ => Phrase.LevelU4,
    }];

    public string Of(QueuePart part) => words[part switch
    {
        QueuePart.Unassigned => Phrase.PartUnassigned,
        QueuePart.Mine => Phrase.PartMine,
        QueuePart.Approve => Phrase.PartApprove,
        QueuePart.Waiting => Phrase.PartWaiting,
        QueuePart.Due => Phrase.PartDue,
        QueuePart.Children => Phrase.PartChildren,
        QueuePart.Closed => Phrase.PartClosed,
        _ => Phrase.PartOpen,
    }];

    public string Of(CaseStatus status) => words[status switch
    {
        CaseStatus.Reading => Phrase.StatusReading,
        CaseStatus.Answered => Phrase.StatusAnswered,
        CaseStatus.Waiting => Phrase.StatusWaiting,
        CaseStatus.Referred => Phrase.StatusReferred,
        CaseStatus.Closed => Phrase.StatusClosed,
        _ => Phrase.StatusNew,
    }];

    public string Of(CaseMark mark) => words[mark switch
    {
        CaseMark.Tampered => Phrase.MarkTampered,
        CaseMark.OtherQuestionnaire => Phrase.MarkOtherQuestionnaire,
        CaseMark.Impossible => Phrase.MarkImpossible,
        CaseMark.Partial => Phrase.MarkPartial,
        CaseMark.Busy => Phrase.MarkBusy,
        _ => Phrase.MarkFlood,
    }];

    public string MeaningOf(CaseMark mark) => words[mark switch
    {
        CaseMark.Tampered => Phrase.MeansTampered,
        CaseMark.OtherQuestionnaire => Phrase.MeansOtherQuestionnaire,
        CaseMark.Impossible => Phrase.MeansImpossible,
        CaseMark.Partial => Phrase.MeansPartial,
        CaseMark.Busy => Phrase.MeansBusy,
        _ => Phrase.MeansFlood,
    }];

    /// <summary>The gravest first.</summary>
    public IEnumerable<string> Reasons(Case @case) =>
        @case.Triage.Reasons.Select(r => ReasonWords.Of(r, @case.By.Questionnaire, ReasonWords.LanguageOf(@case.By.Questionnaire, words.Tag)) ?? words[Phrase.ReasonForm]);

    public string LanguageOf(string? tag) => membership.Questionnaire.Languages.FirstOrDefault(l => l.Tag == tag)?.Name ?? words[Phrase.NotKnown];

    public string DayOf(IntakeReading reading) => reading.Heading is { } heading ? new Day(heading.Day).ToString() : words[Phrase.NotKnown];

    public string Assignee(CaseState work) => work.Assignee is { } place ? NameOf(place) : "";

    /// <summary>Pseudonym of the member at a place of the roster.</summary>
    public string NameOf(byte place) => place == membership.Member.Place
        ? words[Phrase.You]
        : membership.Roster.Members.FirstOrDefault(m => m.Place == place)?.Pseudonym ?? words.With(Phrase.FormerMember, place);
}
