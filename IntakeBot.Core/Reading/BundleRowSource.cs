using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>Rows of a bundle.</summary>
public sealed class BundleRowSource(Bundle bundle) : IRowSource
{
    private readonly Dictionary<Place, (ColdRow Cold, HotRow Hot)> _rows = bundle.Rows.ToDictionary(r => r.Cold.Place);

    public Task<IReadOnlyList<Place>> PlacesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Place>>([.. bundle.Rows.Select(r => r.Cold.Place)]);

    public Task<(ColdRow? Cold, HotRow? Hot)> FindAsync(Place place, CancellationToken cancellationToken) =>
        Task.FromResult<(ColdRow?, HotRow?)>(_rows.TryGetValue(place, out var row) ? row : default);

    public Task<bool?> ReplaceStanzaAsync(ColdRow row, byte rosterPlace, Resealed made, CancellationToken cancellationToken) =>
        throw OnlyRead();

    public Task<Mailbox?> FindMailboxAsync(Place mailbox, CancellationToken cancellationToken) =>
        Task.FromResult(bundle.Mailboxes.FirstOrDefault(m => m.Place == mailbox));

    public Task<Tombstone?> FindTombstoneAsync(Place place, CancellationToken cancellationToken) =>
        Task.FromResult(bundle.Tombstones.FirstOrDefault(t => t.Place == place));

    public Task<IReadOnlyList<Tombstone>> TombstonesAsync(CancellationToken cancellationToken) => Task.FromResult(bundle.Tombstones);

    public Task<IReadOnlyList<EventRow>> EventsAsync(CancellationToken cancellationToken) => Task.FromResult(bundle.Events);

    public Task<bool?> PutEventAsync(EventRow row, CancellationToken cancellationToken) => throw OnlyRead();

    public Task<EventRow?> FindEventAsync(Place place, CancellationToken cancellationToken) =>
        Task.FromResult(bundle.Events.FirstOrDefault(e => e.Place == place));

    public Task<bool> PutReplyAsync(SignedReply reply, CancellationToken cancellationToken) => throw OnlyRead();

    public Task<bool> RemoveAsync(Place place, byte[] token, CancellationToken cancellationToken) => throw OnlyRead();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static InvalidDataException OnlyRead() =>
        new("A bundle is only read; ask the running server, or give the stopped server's data folder.");
}
