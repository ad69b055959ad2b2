using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Core.Hotline;

/// <summary>
/// Brings an accepted roster into force, at the start and while the server runs: who has left is refused at once, and their stanzas
/// are taken out of every row before who came to their place counts. A crash anywhere is mended by doing it again.
/// </summary>
public sealed class RosterChange(CurrentRoster current, SealedStore store, PlaceBook places, string dataFolder)
{
    public CurrentRoster Current => current;

    /// <summary>Rows that were rewritten because somebody had left.</summary>
    public async Task<int> ApplyAsync(Roster next, CancellationToken cancellationToken)
    {
        RosterFolder.Pin(dataFolder, next);
        await current.ReplaceAsync(next.Without(places.ClosedIn(next))).WaitAsync(cancellationToken);
        var written = 0;
        if (places.LeftBy(next) is { Count: > 0 } left)
        {
            written = await store.VacateAsync(left, cancellationToken);
        }

        places.Write(next);
        await current.ReplaceAsync(next);
        return written;
    }
}
