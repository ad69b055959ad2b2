using IntakeBot.Core.Exchange;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>The files of one questionnaire in a config folder, whether it is the current one or an older one.</summary>
public static class QuestionnaireFiles
{
    /// <summary>By name with /, as a bundle holds them. Null where the folder has none of that <paramref name="hash"/>.</summary>
    public static IReadOnlyDictionary<string, byte[]>? Find(string configFolder, ReadOnlySpan<byte> hash)
    {
        foreach (var folder in (string[])[configFolder, OlderQuestionnaires.FolderOf(configFolder, hash)])
        {
            if (Directory.Exists(folder) && QuestionnaireFolder.Read(folder).Value is { } read && QuestionnaireHash.Of(read.Canonical.Span).AsSpan().SequenceEqual(hash))
            {
                return FilesIn(folder);
            }
        }

        return null;
    }

    private static Dictionary<string, byte[]> FilesIn(string folder) => Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
        .Select(f => (Name: Path.GetRelativePath(folder, f).Replace('\\', '/'), File: f))
        .Where(f => QuestionnairePack.IsName(f.Name))
        .ToDictionary(f => f.Name, f => File.ReadAllBytes(f.File));
}
