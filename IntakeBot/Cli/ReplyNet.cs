using System.Reflection;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Cli;

/// <summary>
/// What a text is held against: the words of the config folder's replies.yaml; where it has none, or one with faults, those that came with
/// this program. They count in every language, so it does not matter which ones the questionnaire has.
/// </summary>
internal static class ReplyNet
{
    private const string Languages = "config/languages/";

    public static ReplyLint Of(string configFolder, Questionnaire questionnaire)
    {
        var isThere = File.Exists(Path.Combine(configFolder, ReplyTemplatesFile.Name));
        var own = isThere ? ReplyTemplatesFile.Read(configFolder, [.. questionnaire.Languages.Select(l => l.Tag)]).Value : null;
        return new((own ?? Shipped()).Words);
    }

    private static ReplyTemplates Shipped()
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var stream = assembly.GetManifestResourceStream($"config/{ReplyTemplatesFile.Name}")!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var files = assembly.GetManifestResourceNames().Where(n => n.StartsWith(Languages, StringComparison.Ordinal)).Select(n => n[Languages.Length..]);
        return ReplyTemplatesFile.Read(content, [.. files.Where(f => !f.Contains('/', StringComparison.Ordinal)).Select(f => Path.GetFileNameWithoutExtension(f)!)]).Value
            ?? throw new InvalidOperationException("The replies inside the program have problems; run 'intakebot check' on config/.");
    }
}
