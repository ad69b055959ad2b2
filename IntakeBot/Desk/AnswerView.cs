using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Desk;

/// <summary>What a person said, in the staff member's language: her buttons had the same options.</summary>
internal sealed class AnswerView(AskedBy by, CaseWords words)
{
    /// <summary>Ids of questions of the shipped questionnaire.</summary>
    private static readonly string?[] Wishes = ["want", "helper", "harm_want"];

    private readonly QuestionWords _questions = new(by.Questionnaire, words.Words);

    public IEnumerable<ShownAnswer> Of(IntakeReading reading)
    {
        foreach (var answer in reading.Answers)
        {
            var question = by.Form.Questions.FirstOrDefault(q => q.Id == answer.Question);
            yield return new(question is null ? $"{answer.Slot}" : _questions.Of(question), [.. Lines(answer, question)], Kind(answer.Kind));
        }

        foreach (var added in reading.Additions)
        {
            var question = by.Form.Questions.FirstOrDefault(q => q.Id == added.Question);
            yield return new(
                words.Words.With(Phrase.AddedLater, question is null ? $"{added.Slot}" : _questions.Of(question), new Day(added.Day)),
                [question is not null && added.Option is { } option ? _questions.Of(question, option) : words.Words[Phrase.AnswerUnreadable]],
                "later");
        }
    }

    /// <summary>What she wants and from whom, in one place for who has to decide.</summary>
    public IEnumerable<string> AskedFor(IntakeReading reading)
    {
        var wishes = reading.Answers.Where(a => Wishes.Contains(a.Question)).SelectMany(a => Lines(a, by.Form.Questions.FirstOrDefault(q => q.Id == a.Question))).ToList();
        return wishes.Count > 0 ? wishes : [words.Words[Phrase.NotSaid]];
    }

    private IEnumerable<string> Lines(AnswerReading answer, Question? question) => answer.Kind switch
    {
        AnswerKind.Tampered => [words.Words[Phrase.AnswerTampered]],
        AnswerKind.Unreadable => [words.Words[Phrase.AnswerUnreadable]],
        AnswerKind.Skipped => [words.Words[Phrase.AnswerSkipped]],
        AnswerKind.Empty => [words.Words[Phrase.AnswerNone]],
        _ when question is null || answer.Options.Count == 0 => [words.Words[Phrase.AnswerNothing]],
        _ => answer.Options.Select(o => _questions.Of(question, o)),
    };

    private static string Kind(AnswerKind kind) => kind switch
    {
        AnswerKind.Tampered or AnswerKind.Unreadable => "odd",
        AnswerKind.Skipped => "skipped",
        AnswerKind.Empty => "none",
        _ => "said",
    };
}
