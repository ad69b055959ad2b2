using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>
/// Questionnaires that were served before, each in a folder of its own (older/HASH): intakes that were asked by them are still read by them. One counts only
/// as long as the signed roster lists it.
/// </summary>
public static class OlderQuestionnaires
{
    private const string Folder = "older";

    public static IReadOnlyList<Questionnaire> Read(string configFolder, Roster roster)
    {
        var older = Path.Combine(configFolder, Folder);
        return !Directory.Exists(older) ? [] :
        [
            .. Directory.EnumerateDirectories(older).Order(StringComparer.Ordinal)
                .Where(f => roster.Questionnaires.Contains(Path.GetFileName(f)))
                .Select(f => (Name: Path.GetFileName(f), QuestionnaireFolder.Read(f).Value))
                .Where(q => q.Value is not null && Convert.ToHexStringLower(QuestionnaireHash.Of(q.Value.Canonical.Span)) == q.Name)
                .Select(q => q.Value!),
        ];
    }

    internal static string FolderOf(string configFolder, ReadOnlySpan<byte> hash) => Path.Combine(configFolder, Folder, Convert.ToHexStringLower(hash));

    /// <summary>Copies what lies in <paramref name="configFolder"/> there, before another takes its place.</summary>
    public static void Keep(string configFolder)
    {
        if (QuestionnaireFolder.Read(configFolder).Value is not { } questionnaire)
        {
            return;
        }

        var target = FolderOf(configFolder, QuestionnaireHash.Of(questionnaire.Canonical.Span));
        var files = Directory.EnumerateFiles(Path.Combine(configFolder, "languages"), "*.yaml", SearchOption.AllDirectories).Append(Path.Combine(configFolder, "questionnaire.yaml"));
        foreach (var file in files)
        {
            var copy = Path.Combine(target, Path.GetRelativePath(configFolder, file));
            _ = Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            WholeFile.Replace(copy, File.ReadAllBytes(file), secret: false);
        }
    }
}
