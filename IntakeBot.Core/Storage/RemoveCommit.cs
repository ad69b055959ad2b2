using System.Security.Cryptography;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Storage;

/// <summary>Removes an intake and its case events before its last day, for who shows that they have opened it. Her mailbox stays: what waits there is hers.</summary>
public static class RemoveCommit
{
    /// <summary>True also where it was erased before, by whomever. False where there is no such intake, or <paramref name="after"/> is another one's A.</summary>
    public static async Task<bool> TryAsync(SealedStore store, Place place, byte[] after, Day today)
    {
        if (store.Find<Tombstone>(place) is not null)
        {
            return true;
        }

        if (store.Find<ColdRow>(place) is not { } row || !CryptographicOperations.FixedTimeEquals(AfterTokens.RemoveHash(AfterTokens.Remove(after)), row.RemoveHash))
        {
            return false;
        }

        // Whatever the rows' versions; where it does not fit, somebody has erased it meanwhile.
        _ = await store.CommitAsync(new Change().Erase(place, today, events: store.EventsOf(after)));
        return true;
    }
}
