using System.Text;
using System.Text.Json.Nodes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Bench;

/// <summary>Eleven questions of four options each, in one language, without conditions: every intake is as long as every other.</summary>
internal static class BenchQuestionnaire
{
    public const int Questions = 11;
    public const int Options = 4;
    public const char NotAnswered = '.';

    public static char Letter(int option) => (char)('a' + option);

    /// <summary>Puts it in the place of the shipped one and signs the roster anew.</summary>
    public static void Write(string configFolder, SigningKey organisation) => Write(configFolder, organisation, Outline(), Words());

    /// <summary>The same with other questions: <paramref name="outline"/> is questionnaire.yaml, <paramref name="questions"/> their part of en.yaml.</summary>
    public static void Write(string configFolder, SigningKey organisation, string outline, string questions)
    {
        var languages = Path.Combine(configFolder, "languages");
        var words = File.ReadAllText(Path.Combine(languages, "en.yaml"));
        int At(string section) => words.IndexOf(section, StringComparison.Ordinal);
        Directory.Delete(languages, recursive: true);
        _ = Directory.CreateDirectory(languages);
        File.WriteAllText(Path.Combine(languages, "en.yaml"), words[..At("\nquestions:")] + questions + words[At("\nkept:")..]);
        File.WriteAllText(Path.Combine(configFolder, "questionnaire.yaml"), outline);
        DropOtherLanguages(configFolder);
        var read = QuestionnaireFolder.Read(configFolder);
        var problems = read.Problems.Select(p => p.ToString()).ToList();
        var draft = RosterDraft.Open(configFolder, problems);
        if (read.Value is null || draft is null)
        {
            throw new InvalidDataException(string.Join('\n', problems));
        }

        draft.List(QuestionnaireHash.Of(read.Value.Canonical.Span));
        draft.Save();
        RosterFolder.Sign(configFolder, organisation);
    }

    /// <summary>Numbers, texts to send and covers are written in every language of the shipped questionnaire: there are none of them here.</summary>
    private static void DropOtherLanguages(string configFolder)
    {
        File.Delete(Path.Combine(configFolder, NumbersFile.Name));
        File.Delete(Path.Combine(configFolder, ReplyTemplatesFile.Name));
        var file = Path.Combine(configFolder, "intakebot.json");
        var settings = JsonNode.Parse(File.ReadAllText(file))!;
        settings["Telegram"]!["Cover"] = "";
        File.WriteAllText(file, settings.ToJsonString());
    }

    private static string Outline()
    {
        var yaml = new StringBuilder("format: 1\nlanguages: [en]\nforms:\n  - id: help\n    desk: hotline\n    questions:\n");
        for (var question = 1; question <= Questions; question++)
        {
            _ = yaml.Append($"      - id: q{question}\n        slot: S{question:00}\n        options: [{string.Join(", ", Enumerable.Range(0, Options).Select(Letter))}]\n");
        }

        return yaml.ToString();
    }

    private static string Words()
    {
        var yaml = new StringBuilder("\nquestions:\n");
        for (var question = 1; question <= Questions; question++)
        {
            _ = yaml.Append($"  q{question}:\n    text: Which of these is true for you, number {question}?\n    options:\n");
            foreach (var letter in Enumerable.Range(0, Options).Select(Letter))
            {
                _ = yaml.Append($"      {letter}: \"This one, {letter}\"\n");
            }
        }

        return yaml.ToString();
    }
}
