namespace IntakeBot.Core.Questionnaires;

/// <summary>
/// Reads <c>questionnaire.yaml</c> and <c>languages/*.yaml</c> of a config folder, and tells everything that is wrong in
/// any of them at once. Never throws for what a file holds.
/// </summary>
public static class QuestionnaireFolder
{
    private const string Main = "questionnaire.yaml";
    private const string Languages = "languages";
    private const string Extension = ".yaml";

    public static Checked<Questionnaire> Read(string configFolder)
    {
        var main = SourceFile.Read(configFolder, Main);
        SourceFile[] files = [.. LanguageFiles(configFolder, main.Findings).Select(name => SourceFile.Read(configFolder, name))];
        var flags = new FlagNames(main.Findings);
        var outline = new OutlineReader(flags, main.Findings).Read(main.Root);

        Dictionary<string, Language> read = new(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var tag = Path.GetFileNameWithoutExtension(file.Name);
            if (new LanguageReader(outline, flags, file.Findings).Read(file.Root, tag) is { } language)
            {
                read.Add(tag, language);
            }
        }

        CompareList(outline, files, main.Findings);
        SourceFile[] all = [main, .. files];
        if (!all.Any(f => f.Findings.Problems.Count > 0))
        {
            flags.ReportUnused();
        }

        Problem[] problems = [.. all.SelectMany(f => f.Findings.Problems.OrderBy(p => p.Line))];
        return problems.Length > 0
            ? new(null, problems)
            : new(
                new()
                {
                    Canonical = Questionnaires.Canonical.Of(all),
                    Languages = [.. outline.Languages!.Select(l => read[l.Tag])],
                    Forms = outline.Forms,
                },
                []);
    }

    private static IEnumerable<string> LanguageFiles(string configFolder, Findings main)
    {
        try
        {
            return Directory.GetFiles(Path.Combine(configFolder, Languages), "*" + Extension)
                .Select(f => $"{Languages}/{Path.GetFileName(f)}")
                .Order(StringComparer.Ordinal);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            main.Add(0, $"the folder \"{Languages}\" beside this file is missing or cannot be read: make it, with one file for each language");
            return [];
        }
    }

    private static void CompareList(Outline outline, SourceFile[] files, Findings main)
    {
        if (outline.Languages is not { } listed)
        {
            return;
        }

        foreach (var (tag, line) in listed.Where(l => files.All(f => f.Name != NameOf(l.Tag))))
        {
            main.Add(line, $"language \"{tag}\" has no file: add {NameOf(tag)}, or take {tag} off the list");
        }

        foreach (var file in files.Where(f => listed.All(l => NameOf(l.Tag) != f.Name)))
        {
            file.Findings.Add(0, $"not in the list of languages in {Main}: add it there at the end, or remove the file");
        }
    }

    private static string NameOf(string tag) => $"{Languages}/{tag}{Extension}";
}
