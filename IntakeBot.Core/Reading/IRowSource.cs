using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>Where sealed rows are: with the running server, in the store of a stopped one, or in a bundle.</summary>
public interface IRowSource : IAsyncDisposable
{
    Task<IReadOnlyList<Place>> PlacesAsync(CancellationToken cancellationToken);

    Task<(ColdRow? Cold, HotRow? Hot)> FindAsync(Place place, CancellationToken cancellationToken);

    /// <summary>Puts <paramref name="made"/> into the row. False where the row is another by now, null where that is not allowed.</summary>
    Task<bool?> ReplaceStanzaAsync(ColdRow row, byte rosterPlace, Resealed made, CancellationToken cancellationToken);

    /// <summary>Its place is what slot M of an opened intake holds; nothing lists mailboxes.</summary>
    Task<Mailbox?> FindMailboxAsync(Place mailbox, CancellationToken cancellationToken);

    /// <summary>By the place of an intake that was erased.</summary>
    Task<Tombstone?> FindTombstoneAsync(Place place, CancellationToken cancellationToken);

    /// <summary>In the order of places.</summary>
    Task<IReadOnlyList<Tombstone>> TombstonesAsync(CancellationToken cancellationToken);

    /// <summary>False where there is no such mailbox, or the roster asks for other signatures.</summary>
    Task<bool> PutReplyAsync(SignedReply reply, CancellationToken cancellationToken);

    /// <summary>All that are stored, whatever intakes they are of; in the order of places.</summary>
    Task<IReadOnlyList<EventRow>> EventsAsync(CancellationToken cancellationToken);

    /// <summary>True where it is there now. False where another one lies at its place, null where it is not taken at all.</summary>
    Task<bool?> PutEventAsync(EventRow row, CancellationToken cancellationToken);

    /// <summary>Null where there is none. An event that was made elsewhere is found so where its place is taken.</summary>
    Task<EventRow?> FindEventAsync(Place place, CancellationToken cancellationToken);

    /// <summary>Leaves a tombstone. False where there is no such intake, or <paramref name="token"/> is of another one.</summary>
    Task<bool> RemoveAsync(Place place, byte[] token, CancellationToken cancellationToken);
}
