namespace IntakeBot.Core.Questionnaires;

/// <summary>Reads <c>replies.yaml</c> of a config folder; no such file means no templates and no words. Tells everything that is wrong at once.</summary>
public static class ReplyTemplatesFile
{
    public const string Name = "replies.yaml";

    /// <summary><paramref name="tags"/>: the questionnaire's languages; each must be complete.</summary>
    public static Checked<ReplyTemplates> Read(string configFolder, IReadOnlyList<string> tags)
    {
        if (!File.Exists(Path.Combine(configFolder, Name)))
        {
            return new(ReplyTemplates.None, []);
        }

        return Read(SourceFile.Read(configFolder, Name), tags);
    }

    /// <summary>The same, of the file's content.</summary>
    public static Checked<ReplyTemplates> Read(ReadOnlySpan<byte> content, IReadOnlyList<string> tags) => Read(SourceFile.Of(Name, content), tags);

    private static Checked<ReplyTemplates> Read(SourceFile file, IReadOnlyList<string> tags)
    {
        var templates = new ReplyTemplatesReader(tags, file.Findings).Read(file.Root);
        return file.Findings.Problems.Count > 0 ? new(null, [.. file.Findings.Problems.OrderBy(p => p.Line)]) : new(templates, []);
    }
}
