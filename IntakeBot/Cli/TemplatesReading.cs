using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Cli;

/// <summary>Reads the texts that staff send as they stand, and all that is wrong with them: by their file, and by its own words.</summary>
internal static class TemplatesReading
{
    public static void Check(string configFolder, Questionnaire questionnaire, List<string> problems, List<string> warnings)
    {
        var reading = ReplyTemplatesFile.Read(configFolder, [.. questionnaire.Languages.Select(l => l.Tag)]);
        problems.AddRange(reading.Problems.Select(p => Path.Combine(configFolder, p.ToString())));
        if (reading.Value is not { Templates.Count: > 0 } read)
        {
            return;
        }

        var file = Path.Combine(configFolder, ReplyTemplatesFile.Name);
        var lint = new ReplyLint(read.Words);
        problems.AddRange(read.Templates.SelectMany(t => t.Texts.SelectMany(text => lint.Of(text.Value).Select(finding => Told(file, t.Id, text.Key, text.Value, finding)))));
        if (read.ReviewedBy.Count == 0)
        {
            warnings.Add($"{file}: these texts to send are drafts; have natives of each language read them, then write who did under reviewed_by");
        }
    }

    private static string Told(string file, string id, string tag, string text, ReplyFinding finding) =>
        $"{file}: template \"{id}\" in {tag} {ReplyFindingWords.Of(finding.Kind)}; change \"{text.Substring(finding.Start, finding.Length).ReplaceLineEndings(" ")}\"";
}
