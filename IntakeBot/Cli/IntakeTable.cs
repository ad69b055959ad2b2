using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;
using Spectre.Console;

namespace IntakeBot.Cli;

/// <summary>An opened intake for a person to read, in one language of the questionnaire.</summary>
internal static class IntakeTable
{
    public static Table Of(IntakeReading reading, Form form, Language language)
    {
        var table = new Table();
        table.AddColumn("slot").AddColumn("question").AddColumn("answer");
        foreach (var answer in reading.Answers)
        {
            var question = form.Questions.FirstOrDefault(q => q.Id == answer.Question);
            table.AddRow(
                new Text(answer.Slot.ToString()),
                new Text(question is null ? "" : language.Questions[question.Id][^1].Text),
                new Text(AnswerOf(answer, question, language)));
        }

        if (reading.Note is { } note)
        {
            table.AddRow(new Text(Slot.Note.ToString()), new Text("in her own words"), new Text(EscapedText.Of(note.Text)));
        }

        foreach (var (slot, what, said) in LaterWords.Rows(reading, form, language))
        {
            table.AddRow(new Text(slot), new Text(what), new Text(said));
        }

        return table;
    }

    public static string TitleOf(IntakeOpening opening) => opening.Erased is { } day ? LaterWords.Erased(opening.Place, day) : opening.Reading switch
    {
        null => $"{opening.Place}: not for this identity, or damaged",
        { Heading: null } => $"{opening.Place}: the heading was TAMPERED WITH; what the answers mean is not known",
        { QuestionnaireOk: false, Heading: { } heading } => $"{opening.Place}, {new Day(heading.Day)}: made with another questionnaire; get that one to read it",
        { Heading: { } heading } reading => $"{opening.Place}, {new Day(heading.Day)}, {reading.Language}",
    };

    private static string AnswerOf(AnswerReading answer, Question? question, Language language) => answer.Kind switch
    {
        AnswerKind.Tampered => "TAMPERED WITH",
        AnswerKind.Unreadable => "not readable with this questionnaire",
        AnswerKind.Skipped => "(skipped)",
        AnswerKind.Empty => "(not answered)",
        _ when question is null || answer.Options.Count == 0 => "(nothing chosen)",
        _ => string.Join('\n', question.Options.Select((o, i) => (o.Id, Label: language.Options[question.Id][i])).Where(o => answer.Options.Contains(o.Id)).Select(o => o.Label)),
    };
}
