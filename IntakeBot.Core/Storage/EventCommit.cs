using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Storage;

/// <summary>Puts a case event where nothing is yet. What lies there is never written over: it is somebody's word.</summary>
public static class EventCommit
{
    /// <summary>True also where the same bytes stand there already, and then nothing is written. False where anything else does.</summary>
    public static async Task<bool> PutAsync(SealedStore store, EventRow row) =>
        await store.CommitAsync(new Change().Put(row, expected: null))
        || store.Find<EventRow>(row.Place)?.Encode().SequenceEqual(row.Encode()) is true;

    /// <summary>False where its last day is over, or later than whoever wrote it today would have it.</summary>
    public static bool IsDue(EventRow row, Day today) => row.Expires >= today && row.Expires <= today.Plus(Format.EventDays + Format.EventDaysAhead);
}
