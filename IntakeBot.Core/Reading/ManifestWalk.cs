using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>Page after page, all that the server lists of one kind.</summary>
internal static class ManifestWalk
{
    /// <summary>In the order of places. Null where the server does not answer this member.</summary>
    public static async Task<IReadOnlyList<(Place Place, RowVersion Version)>?> ReadAsync(ExchangeClient client, RowKind kind, CancellationToken cancellationToken)
    {
        var lines = new List<(Place Place, RowVersion Version)>();
        for (Place? after = null; ; after = lines[^1].Place)
        {
            if (await client.FindManifestAsync(kind, after, cancellationToken) is not { } page)
            {
                return null;
            }

            foreach (var line in page.Entries)
            {
                if (!Place.TryParse(line.Place, out var place) || !RowVersion.TryParse(line.Version, out var version)
                    || (lines.Count > 0 && place.Value <= lines[^1].Place.Value))
                {
                    throw new InvalidDataException("The server's manifest is not in order; server and this program may be of different versions.");
                }

                lines.Add((place, version));
            }

            if (page.Entries.Count < ManifestPage.Limit)
            {
                return lines;
            }
        }
    }
}
