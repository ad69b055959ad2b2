using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Core.Reading;

/// <summary>Rows of a stopped server's store, under its lock.</summary>
public sealed class StoreRowSource(string folder, Roster roster, TimeProvider time) : IRowSource
{
    private const int Page = 256;

    private readonly SealedStore _store = SealedStore.Open(Existing(folder), time);

    public Task<IReadOnlyList<Place>> PlacesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Place>>(Stored(RowKind.Cold, cancellationToken));

    public Task<(ColdRow? Cold, HotRow? Hot)> FindAsync(Place place, CancellationToken cancellationToken) =>
        Task.FromResult((_store.Find<ColdRow>(place), _store.Find<HotRow>(place)));

    public async Task<bool?> ReplaceStanzaAsync(ColdRow row, byte rosterPlace, Resealed made, CancellationToken cancellationToken) =>
        ResealRule.Allows(roster, rosterPlace, row)
            ? await _store.CommitAsync(new Change().Put(row.WithStanza(rosterPlace, made.Stanza), row.Version))
            : null;

    public Task<Mailbox?> FindMailboxAsync(Place mailbox, CancellationToken cancellationToken) => Task.FromResult(_store.Find<Mailbox>(mailbox));

    public Task<Tombstone?> FindTombstoneAsync(Place place, CancellationToken cancellationToken) => Task.FromResult(_store.Find<Tombstone>(place));

    public Task<IReadOnlyList<Tombstone>> TombstonesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Tombstone>>([.. Stored(RowKind.Tombstone, cancellationToken).Select(_store.Find<Tombstone>).OfType<Tombstone>()]);

    public Task<IReadOnlyList<EventRow>> EventsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<EventRow>>([.. Stored(RowKind.Event, cancellationToken).Select(_store.Find<EventRow>).OfType<EventRow>()]);

    public async Task<bool?> PutEventAsync(EventRow row, CancellationToken cancellationToken) =>
        EventCommit.IsDue(row, Day.Today(time)) ? await EventCommit.PutAsync(_store, row) : null;

    public Task<EventRow?> FindEventAsync(Place place, CancellationToken cancellationToken) => Task.FromResult(_store.Find<EventRow>(place));

    public async Task<bool> PutReplyAsync(SignedReply reply, CancellationToken cancellationToken)
    {
        var today = Day.Today(time);
        return reply.Refusal(roster, today) == ReplyRefusal.None && await ReplyCommit.PutAsync(_store, reply, today);
    }

    public Task<bool> RemoveAsync(Place place, byte[] token, CancellationToken cancellationToken) =>
        RemoveCommit.TryAsync(_store, place, token, Day.Today(time));

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private List<Place> Stored(RowKind kind, CancellationToken cancellationToken)
    {
        var places = new List<Place>();
        while (_store.Manifest(kind, places.Count == 0 ? null : places[^1], Page) is { Count: > 0 } page)
        {
            cancellationToken.ThrowIfCancellationRequested();
            places.AddRange(page.Select(e => e.Place));
        }

        return places;
    }

    /// <summary>Opening makes a store where none is; who reads must not.</summary>
    private static string Existing(string folder) => File.Exists(Path.Combine(folder, "intakes.db"))
        ? folder
        : throw new StoreException($"{folder}: holds no store; give the server's data folder with --data.");
}
