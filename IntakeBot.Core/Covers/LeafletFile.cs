using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Core.Covers;

/// <summary>Reads <c>leaflet.yaml</c> of a config folder: the sentences of the leaflets, in every language of the questionnaire.</summary>
public static class LeafletFile
{
    private const string Name = "leaflet.yaml";

    /// <summary>By language number.</summary>
    public static Checked<IReadOnlyList<Leaflet>> Read(string configFolder, IReadOnlyList<string> tags)
    {
        var file = SourceFile.Read(configFolder, Name);
        var fields = file.Root is null ? null : Fields.Of(file.Root, "this file", file.Findings, "find", "word", "link", "check", "never");
        var reader = new TextsReader(tags, file.Findings);
        IReadOnlyList<string> Of(string key) => reader.Read(fields?.Need(key), key, PersonText.Text);
        if (fields is null)
        {
            return new(null, file.Findings.Problems);
        }

        var (find, word, link, check, never) = (Of("find"), Of("word"), Of("link"), Of("check"), Of("never"));
        return file.Findings.Problems.Count > 0
            ? new(null, [.. file.Findings.Problems.OrderBy(p => p.Line)])
            : new([.. tags.Select((_, i) => new Leaflet { Find = find[i], Word = word[i], Link = link[i], Check = check[i], Never = never[i] })], []);
    }
}
