using System.Text.Json;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Exchange;

/// <summary>
/// Files that are given out, read once for each roster that comes into force. Where they are not those of it, for instance while somebody copies
/// them: the ones before. Null: there are none.
/// </summary>
internal sealed class Published(Func<Roster> roster, ExchangeFolders? folders)
{
    private readonly OncePerRoster _roster = new(current => folders is not null && RosterPack.Read(folders.Config, folders.Data, current) is { } pack
        ? JsonSerializer.SerializeToUtf8Bytes(pack, ExchangeJson.Default.RosterPack) : null);

    private readonly OncePerRoster _questionnaire = new(current => folders is not null && QuestionnaireTaking.Pack(folders.Config, current) is { } pack
        ? JsonSerializer.SerializeToUtf8Bytes(pack, ExchangeJson.Default.QuestionnairePack) : null);

    public byte[]? Roster() => _roster.Body(roster());

    public byte[]? Questionnaire() => _questionnaire.Body(roster());

    private sealed class OncePerRoster(Func<Roster, byte[]?> read)
    {
        private readonly Lock _lock = new();
        private Roster? _of;
        private byte[]? _body;

        public byte[]? Body(Roster current)
        {
            lock (_lock)
            {
                if (!ReferenceEquals(_of, current) && read(current) is { } body)
                {
                    (_of, _body) = (current, body);
                }

                return _body;
            }
        }
    }
}
