using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Desk;

/// <summary>What the overview counts by: what was said, and how long staff took.</summary>
internal sealed class OverviewMeasures(Membership membership, CaseWords words)
{
    private const string Where = "where";

    /// <summary>Ids of questions of the shipped questionnaire.</summary>
    private static readonly string[] Wishes = ["want", "harm_want"];

    private readonly AskedBy _by = new(membership.Questionnaire, membership.Member.Desk);
    private readonly QuestionWords _questions = new(membership.Questionnaire, words.Words);

    /// <summary>Without those whose question this desk's form does not have.</summary>
    public IEnumerable<OverviewMeasure> All()
    {
        var levels = Enum.GetValues<Level>().OrderDescending().ToList();
        yield return new(words.Words[Phrase.OverviewUrgency], null, [.. levels.Select(l => $"{l} {words.Of(l)}")], AddsUp: true, c => [levels.IndexOf(c.Triage.MayBe)]);
        if (_by.Form.Questions.FirstOrDefault(q => Wishes.Contains(q.Id)) is { } wish)
        {
            yield return Needs(wish);
        }

        if (_by.Form.Questions.FirstOrDefault(q => q is { Id: Where, Many: false }) is { } where)
        {
            var names = where.Options.Select(o => _questions.Of(where, o.Id));
            yield return new(words.Words[Phrase.OverviewWhere], null, [.. names, words.Words[Phrase.NotSaid]], AddsUp: true, c => [Said(c, where).FirstOrDefault(where.Options.Count)]);
        }

        var languages = membership.Questionnaire.Languages;
        yield return new(words.Words[Phrase.FilterLanguage], null, [.. languages.Select(l => l.Name), words.Words[Phrase.NotKnown]], AddsUp: true, c => [IndexOf(languages, l => l.Tag == c.Reading.Language)]);
        yield return Days(Phrase.OverviewRead, c => c.Work.Openings.Select(o => o.At));
        yield return Days(Phrase.OverviewReplied, c => c.Work.Sent.Select(s => s.At));
    }

    /// <summary>Without the option that goes with no other: it is no need, and beside the rest it could tell how few the rest are.</summary>
    private OverviewMeasure Needs(Question question)
    {
        var options = question.Options.Index().Where(o => !o.Item.Alone).ToList();
        return new(
            words.Words[Phrase.OverviewNeeds],
            words.Words[Phrase.OverviewNeedsNote],
            [.. options.Select(o => _questions.Of(question, o.Item.Id))],
            AddsUp: false,
            c => Said(c, question).Select(said => options.FindIndex(o => o.Index == said)).Where(i => i >= 0));
    }

    private OverviewMeasure Days(Phrase name, Func<Case, IEnumerable<DateTimeOffset>> done) => new(
        words.Words[name],
        words.Words[Phrase.OverviewDays],
        [.. DaysTaken.Names.Select(n => words.Words[n])],
        AddsUp: true,
        c => [DaysTaken.Of(new Day(c.Reading.Heading!.Day), done(c))]);

    /// <summary>Numbers of her options.</summary>
    private static IEnumerable<int> Said(Case @case, Question question) =>
        (@case.Reading.Answers.FirstOrDefault(a => a.Question == question.Id)?.Options ?? []).Select(o => IndexOf(question.Options, q => q.Id == o)).Where(i => i < question.Options.Count);

    /// <summary>The count of all where none is.</summary>
    private static int IndexOf<T>(IReadOnlyList<T> all, Func<T, bool> isIt) => all.Index().Where(i => isIt(i.Item)).Select(i => i.Index).FirstOrDefault(all.Count);
}
