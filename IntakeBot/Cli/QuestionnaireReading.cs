using IntakeBot.Core.Conversations;
using IntakeBot.Core.Covers;
using IntakeBot.Core.Hotline;
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

        string[] tags = [.. questionnaire.Languages.Select(l => l.Tag)];
        Problem[] problems =
        [
            .. MissingDesks(configFolder, questionnaire), .. NumbersFile.Read(configFolder, tags).Problems,
            .. Covers(configFolder).SelectMany(name => CoverFile.Read(configFolder, name, tags).Problems),
            .. ScreenRules.Problems(questionnaire, BookletOf(configFolder, questionnaire)),
        ];
        return problems.Length == 0 ? reading : new(null, problems);
    }

    /// <summary>What may be read beside the questions, as far as the files say it.</summary>
    public static Booklet BookletOf(string configFolder, Questionnaire questionnaire) => new()
    {
        Numbers = NumbersFile.Read(configFolder, [.. questionnaire.Languages.Select(l => l.Tag)]).Value ?? EmergencyNumbers.None,
        Kept = [.. questionnaire.Languages.Select(l => KeptText.Compose(l, new()))],
    };

    /// <summary>Names of the covers that a bot may show.</summary>
    public static IReadOnlyList<string> Covers(string configFolder) =>
        Path.Combine(configFolder, "covers") is var folder && Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)]
            : [];

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
