using System.Text.Json;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Exchange;

/// <summary>The questionnaire's files, read once for each roster that comes into force.</summary>
internal sealed class PublishedQuestionnaire(Func<Roster> roster, string? configFolder)
{
    private readonly Lock _lock = new();
    private Roster? _of;
    private byte[]? _body;

    /// <summary>Where the files are not those that the roster lists, for instance while somebody copies them: the ones before. Null: there are none.</summary>
    public byte[]? Body()
    {
        var current = roster();
        lock (_lock)
        {
            if (configFolder is not null && !ReferenceEquals(_of, current) && QuestionnaireTaking.Pack(configFolder, current) is { } pack)
            {
                (_of, _body) = (current, JsonSerializer.SerializeToUtf8Bytes(pack, ExchangeJson.Default.QuestionnairePack));
            }

            return _body;
        }
    }
}
