using IntakeBot.Core.Exchange;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>A questionnaire comes to a desk through the Exchange: it is taken only where the signed roster lists it.</summary>
public static class QuestionnaireTaking
{
    /// <summary>It is now in <paramref name="configFolder"/>; or why it was not taken, and nothing is changed.</summary>
    public static IReadOnlyList<string> Take(QuestionnairePack pack, Roster roster, string configFolder)
    {
        if (pack.Files.Any(f => !QuestionnairePack.IsName(f.Name)) || pack.Files.DistinctBy(f => f.Name).Count() != pack.Files.Count)
        {
            return ["The Exchange sent a file that is none of a questionnaire; server and this program may be of different versions."];
        }

        var folder = Directory.CreateTempSubdirectory("intakebot-questionnaire-");
        try
        {
            Write(pack, folder.FullName);
            var read = QuestionnaireFolder.Read(folder.FullName);
            if (read.Value is not { } questionnaire)
            {
                return [.. read.Problems.Select(p => $"of the Exchange: {p}")];
            }

            if (!roster.ListsQuestionnaire(QuestionnaireHash.Of(questionnaire.Canonical.Span)))
            {
                return ["The Exchange sent a questionnaire that the signed roster does not list: do not go on, and tell the holder of the organisation's key."];
            }

            if (QuestionnaireFolder.Read(configFolder).Value?.Canonical.Span.SequenceEqual(questionnaire.Canonical.Span) == true)
            {
                return [];
            }

            OlderQuestionnaires.Keep(configFolder);
            // Cut off in between, there is none rather than half of one, and the desk asks for it again.
            File.Delete(Path.Combine(configFolder, QuestionnairePack.MainName));
            var languages = Path.Combine(configFolder, "languages");
            if (Directory.Exists(languages))
            {
                Directory.Delete(languages, recursive: true);
            }

            Write(pack, configFolder);
            return [];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The files that a server gives out; null where they cannot be read, or <paramref name="roster"/> does not list them.</summary>
    public static QuestionnairePack? Pack(string configFolder, Roster roster)
    {
        if (QuestionnaireFolder.Read(configFolder).Value is not { } questionnaire || !roster.ListsQuestionnaire(QuestionnaireHash.Of(questionnaire.Canonical.Span)))
        {
            return null;
        }

        var names = Directory.EnumerateFiles(Path.Combine(configFolder, "languages"), "*.yaml", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(configFolder, f).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(QuestionnairePack.IsName).Order(StringComparer.Ordinal).Prepend(QuestionnairePack.MainName);
        return new() { Files = [.. names.Select(n => new RosterPackFile(n, File.ReadAllBytes(Path.Combine(configFolder, n))))] };
    }

    private static void Write(QuestionnairePack pack, string folder)
    {
        foreach (var file in pack.Files.OrderBy(f => f.Name == QuestionnairePack.MainName))
        {
            var path = Path.Combine(folder, file.Name);
            _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            WholeFile.Replace(path, file.Content, secret: false);
        }
    }
}
