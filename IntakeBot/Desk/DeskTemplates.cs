using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Desk;

/// <summary>The templates of the folder, read once for each questionnaire that a desk was opened with.</summary>
internal sealed class DeskTemplates(DeskFolder folder)
{
    private readonly Lock _reading = new();
    private (Questionnaire For, ReplyTemplates Templates)? _read;

    public ReplyTemplates Of(Questionnaire questionnaire)
    {
        lock (_reading)
        {
            if (_read is not { } read || !ReferenceEquals(read.For, questionnaire))
            {
                _read = read = (questionnaire, ReplyShelf.Of(folder.ConfigFolder, questionnaire));
            }

            return read.Templates;
        }
    }
}
