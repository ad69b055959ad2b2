using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>All that the server's manifests list, by kind.</summary>
internal sealed class ServerLists
{
    private readonly Dictionary<RowKind, Dictionary<Place, RowVersion>> _kinds = [];

    /// <summary>Null where the server does not answer this member.</summary>
    public static async Task<ServerLists?> ReadAsync(ExchangeClient client, CancellationToken cancellationToken)
    {
        var lists = new ServerLists();
        foreach (var kind in RoundShape.Kinds.Where(ExchangePaths.IsListed))
        {
            if (await ManifestWalk.ReadAsync(client, kind, cancellationToken) is not { } lines)
            {
                return null;
            }

            lists._kinds[kind] = lines.ToDictionary(l => l.Place, l => l.Version);
        }

        return lists;
    }

    /// <summary>None of a kind that no manifest lists.</summary>
    public IReadOnlyDictionary<Place, RowVersion> Of(RowKind kind) => _kinds.GetValueOrDefault(kind) ?? [];

    public bool IsErased(Place place) => Of(RowKind.Tombstone).ContainsKey(place);
}
