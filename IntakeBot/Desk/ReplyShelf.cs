using System.Reflection;
using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Desk;

/// <summary>
/// What may be sent as it stands, and the words that texts are held against: the organisation's own replies.yaml; where its folder has none, or one with faults,
/// what came with this program.
/// </summary>
internal static class ReplyShelf
{
    private const string Languages = "config/languages/";

    public static ReplyTemplates Of(string configFolder, Questionnaire questionnaire)
    {
        var isThere = File.Exists(Path.Combine(configFolder, ReplyTemplatesFile.Name));
        var own = isThere ? ReplyTemplatesFile.Read(configFolder, [.. questionnaire.Languages.Select(l => l.Tag)]).Value : null;
        return own ?? Shipped();
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
