namespace IntakeBot.Core.Questionnaires;

/// <summary>
/// Reads <c>questionnaire.yaml</c>, <c>languages/*.yaml</c> and <c>languages/quiet/*.yaml</c> of a config folder, and tells
/// everything that is wrong in any of them at once. Never throws for what a file holds.
/// </summary>
public static class QuestionnaireFolder
{
    private const string Main = "questionnaire.yaml";

    public static Checked<Questionnaire> Read(string configFolder)
    {
        var main = SourceFile.Read(configFolder, Main);
        SourceFile[] files = [.. LanguageNames(configFolder, main.Findings).Select(name => SourceFile.Read(configFolder, name))];
        var flags = new FlagNames(main.Findings);
        var outline = new OutlineReader(flags, main.Findings).Read(main.Root);

        SourceFile[] plain = [.. files.Where(f => !LanguageFiles.IsQuiet(f.Name))];
        Dictionary<string, Language> read = new(StringComparer.Ordinal);
        foreach (var file in plain)
        {
            var tag = LanguageFiles.TagOf(file.Name);
            if (new LanguageReader(outline, flags, file.Findings).Read(file.Root, tag) is { } language)
            {
                read.Add(tag, language);
            }
        }

        Dictionary<string, Language> quiet = new(StringComparer.Ordinal);
        foreach (var file in files.Except(plain))
        {
            var tag = LanguageFiles.TagOf(file.Name);
            if (plain.FirstOrDefault(p => p.Name == LanguageFiles.NameOf(tag)) is not { } beneath)
            {
                file.Findings.Add(0, $"there is no {LanguageFiles.NameOf(tag)} for these words to stand in: add it, or remove this file");
            }
            else if (read.TryGetValue(tag, out var words) && new LanguageReader(outline, flags, file.Findings, words).Read(file.Root, tag) is { } language)
            {
                new QuietRules(beneath, file).Check(language);
                quiet.Add(tag, language);
            }
        }

        CompareList(outline, plain, main.Findings);
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
                    Quiet = [.. outline.Languages!.Select(l => quiet.GetValueOrDefault(l.Tag))],
                    Forms = outline.Forms,
                    Later = outline.Later,
                },
                []);
    }

    /// <summary>The files that the questionnaire of this folder is read from: names relative to it, with slashes, in the order in which they are hashed.</summary>
    public static IEnumerable<string> FileNames(string configFolder) => LanguageFiles.Names(configFolder).Prepend(Main);

    private static IEnumerable<string> LanguageNames(string configFolder, Findings main)
    {
        try
        {
            return LanguageFiles.Names(configFolder);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            main.Add(
                0,
                $"the folder \"{LanguageFiles.Folder}\" beside this file is missing or cannot be read: make it, with one file for each language");
            return [];
        }
    }

    private static void CompareList(Outline outline, SourceFile[] plain, Findings main)
    {
        if (outline.Languages is not { } listed)
        {
            return;
        }

        foreach (var (tag, line) in listed.Where(l => plain.All(f => f.Name != LanguageFiles.NameOf(l.Tag))))
        {
            var name = LanguageFiles.NameOf(tag);
            main.Add(line, $"language \"{tag}\" has no file: add {name}, or take {tag} off the list");
        }

        foreach (var file in plain.Where(f => listed.All(l => LanguageFiles.NameOf(l.Tag) != f.Name)))
        {
            file.Findings.Add(0, $"not in the list of languages in {Main}: add it there at the end, or remove the file");
        }
    }
}
