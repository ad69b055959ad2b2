using System.Reflection;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Desk;

/// <summary>What may be sent as it stands: the organisation's own replies.yaml; where its folder has none, the one that came with this program.</summary>
internal sealed class DeskTemplates(DeskFolder folder)
{
    private readonly Lock _reading = new();
    private (Questionnaire For, ReplyTemplates Templates)? _read;

    public ReplyTemplates Of(Questionnaire questionnaire)
    {
        lock (_reading)
        {
            if (_read is not { } read || read.For != questionnaire)
            {
                _read = read = (questionnaire, Read(questionnaire));
            }

            return read.Templates;
        }
    }

    private ReplyTemplates Read(Questionnaire questionnaire)
    {
        var file = Path.Combine(folder.ConfigFolder, ReplyTemplatesFile.Name);
        if (!File.Exists(file))
        {
            using var shipped = Assembly.GetExecutingAssembly().GetManifestResourceStream($"config/{ReplyTemplatesFile.Name}")!;
            var content = new byte[shipped.Length];
            shipped.ReadExactly(content);
            WholeFile.Create(file, content, secret: false);
        }

        return ReplyTemplatesFile.Read(folder.ConfigFolder, [.. questionnaire.Languages.Select(l => l.Tag)]).Value ?? ReplyTemplates.None;
    }
}
