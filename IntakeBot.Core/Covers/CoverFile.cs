using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Core.Covers;

/// <summary>Reads <c>covers/NAME.yaml</c> of a config folder and tells everything that is wrong with it at once.</summary>
public static class CoverFile
{
    private const string Folder = "covers";

    /// <summary><paramref name="tags"/>: the questionnaire's languages, in their order; a cover speaks all of them.</summary>
    public static Checked<Cover> Read(string configFolder, string name, IReadOnlyList<string> tags)
    {
        var file = SourceFile.Read(configFolder, $"{Folder}/{name}.yaml");
        var cover = file.Root is null ? null : new CoverReader(tags, file.Findings).Read(file.Root);
        return file.Findings.Problems.Count > 0 || cover is null ? new(null, [.. file.Findings.Problems.OrderBy(p => p.Line)]) : new(cover, []);
    }

    /// <summary>Names that may stand in the settings; no path, so that nothing outside the folder is read.</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= 32 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-');
}
