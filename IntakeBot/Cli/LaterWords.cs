using System.Globalization;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>What a person did after she was done, in words for staff.</summary>
internal static class LaterWords
{
    private const string OfAnotherQuestionnaire = "(said with another questionnaire)";

    public static string Erased(Place place, Day day) => Erased($"{place}", $"{day}");

    public static string Erased(string place, string day) => $"{place}: the person asked to erase it, or a colleague removed it, on {day}: delete what you have of it.";

    /// <summary>Eight bytes as hexadecimal digits.</summary>
    public static string NameOf(ulong reply) => reply.ToString("x16", CultureInfo.InvariantCulture);

    public static string NameOf(SealedReply reply) => NameOf(ReplyAnswers.NameOf(reply.Id));

    public static IEnumerable<string> AnswersOf(IntakeReading reading) => reading.ReplyAnswers is not { } answers ? []
        : answers.Answers.Select(a => $"{Of(a.Answer)}, to reply {NameOf(a.Reply)}, {new Day(answers.Day)}");

    /// <summary>In the words of option ids.</summary>
    public static IEnumerable<string> AdditionsOf(IntakeReading reading) => reading.Additions
        .Select(a => $"{(a.Option is null ? OfAnotherQuestionnaire : $"{a.Question}: {a.Option}")}, {new Day(a.Day)}");

    /// <summary>Slot, what it is, what she said: for the table of one intake.</summary>
    public static IEnumerable<(string Slot, string What, string Said)> Rows(IntakeReading reading, Form form, Language language)
    {
        if (reading.Mailbox is not null)
        {
            yield return (Slot.Mailbox.ToString(), "has a number", "'intakebot replies' answers her");
        }

        if (reading.ReplyAnswers is not null)
        {
            yield return (Slot.Reserved[0].ToString(), "to replies, later", string.Join('\n', AnswersOf(reading)));
        }

        foreach (var added in reading.Additions)
        {
            var question = form.Questions.FirstOrDefault(q => q.Id == added.Question);
            var option = question?.Options.Index().Where(o => o.Item.Id == added.Option).Select(o => language.Options[question.Id][o.Index]).FirstOrDefault();
            yield return (
                added.Slot.ToString(),
                question is null ? "later" : $"later: {language.Questions[question.Id][^1].Text}",
                $"{option ?? added.Option ?? OfAnotherQuestionnaire}, {new Day(added.Day)}");
        }
    }

    public static string Of(ReplyAnswer answer) => answer switch
    {
        ReplyAnswer.Yes => "yes",
        ReplyAnswer.No => "no",
        ReplyAnswer.NotNow => "not now",
        _ => "write to me no more",
    };
}
