using IntakeBot.Core.Conversations;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>The questionnaire of a config folder, held against the drawn screens and, where there is a roster, its desks.</summary>
internal static class QuestionnaireReading
{
    private const string File = "questionnaire.yaml";

    public static Checked<Questionnaire> Of(string configFolder)
    {
        var reading = QuestionnaireFolder.Read(configFolder);
        if (reading.Value is not { } questionnaire)
        {
            return reading;
        }

        Problem[] problems = [.. MissingDesks(configFolder, questionnaire), .. ScreenRules.Problems(questionnaire)];
        return problems.Length == 0 ? reading : new(null, problems);
    }

    /// <summary>A roster that cannot be read is a matter of 'roster check'.</summary>
    private static IEnumerable<Problem> MissingDesks(string configFolder, Questionnaire questionnaire) =>
        RosterDraft.Open(configFolder, []) is { } roster
            ? questionnaire.Forms.Where(f => !roster.Desks.Contains(f.Desk)).Select(form => new Problem(
                File,
                LineOf(configFolder, form.Desk),
                $"the roster has no desk \"{form.Desk}\", only {string.Join(", ", roster.Desks)}: name one of these, or add it to the roster"))
            : [];

    /// <summary>A desk has one form, so its name stands behind "desk:" once.</summary>
    private static int LineOf(string configFolder, string desk) =>
        1 + Array.FindIndex(
            System.IO.File.ReadAllLines(Path.Combine(configFolder, File)),
            line => line.IndexOf("desk:", StringComparison.Ordinal) is >= 0 and var at && line.IndexOf(desk, at + 5, StringComparison.Ordinal) >= 0);
}
