using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>
/// Rows of a bundle that was put into a cache, on a machine without a server. What staff do goes into an outbox file, which another machine sends. Cache
/// stays the caller's.
/// </summary>
public sealed class OutboxRowSource : IRowSource
{
    private readonly RowCache _cache;
    private readonly string _file;
    private readonly Day _today;
    private readonly List<EventRow> _events = [];
    private readonly List<SignedReply> _replies = [];

    /// <summary>What the outbox holds already is there again: its events are put into the cache.</summary>
    public OutboxRowSource(RowCache cache, string file, Day today)
    {
        (_cache, _file, _today) = (cache, file, today);
        if (File.Exists(file) && BundleFile.Decode(File.ReadAllBytes(file)) is { } before)
        {
            _events.AddRange(before.Events);
            _replies.AddRange(before.Replies);
            cache.Apply([.. before.Events], []);
        }
    }

    public Task<IReadOnlyList<Place>> PlacesAsync(CancellationToken cancellationToken) => Task.FromResult(_cache.Places(RowKind.Cold));

    public Task<(ColdRow? Cold, HotRow? Hot)> FindAsync(Place place, CancellationToken cancellationToken) =>
        Task.FromResult((_cache.Find<ColdRow>(RowKind.Cold, place), _cache.Find<HotRow>(RowKind.Hot, place)));

    public Task<bool?> ReplaceStanzaAsync(ColdRow row, byte rosterPlace, Resealed made, CancellationToken cancellationToken) => Task.FromResult<bool?>(null);

    public Task<Mailbox?> FindMailboxAsync(Place mailbox, CancellationToken cancellationToken) => Task.FromResult(_cache.Find<Mailbox>(RowKind.Mailbox, mailbox));

    public Task<Tombstone?> FindTombstoneAsync(Place place, CancellationToken cancellationToken) =>
        Task.FromResult(_cache.Find<Tombstone>(RowKind.Tombstone, place));

    public Task<IReadOnlyList<Tombstone>> TombstonesAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Tombstone>>(
        [.. _cache.Places(RowKind.Tombstone).Select(p => _cache.Find<Tombstone>(RowKind.Tombstone, p)).OfType<Tombstone>()]);

    public Task<IReadOnlyList<EventRow>> EventsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<EventRow>>(
        [.. _cache.Places(RowKind.Event).Select(p => _cache.Find<EventRow>(RowKind.Event, p)).OfType<EventRow>()]);

    public Task<EventRow?> FindEventAsync(Place place, CancellationToken cancellationToken) => Task.FromResult(_cache.Find<EventRow>(RowKind.Event, place));

    public Task<bool?> PutEventAsync(EventRow row, CancellationToken cancellationToken)
    {
        if (_cache.Find<EventRow>(RowKind.Event, row.Place) is not null)
        {
            return Task.FromResult<bool?>(false);
        }

        _events.Add(row);
        Write();
        _cache.Apply([row], []);
        return Task.FromResult<bool?>(true);
    }

    public Task<bool> PutReplyAsync(SignedReply reply, CancellationToken cancellationToken)
    {
        _replies.Add(reply);
        Write();
        return Task.FromResult(true);
    }

    /// <summary>Never: a machine without a server removes nothing for everybody.</summary>
    public Task<bool> RemoveAsync(Place place, byte[] token, CancellationToken cancellationToken) => Task.FromResult(false);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Write() => WholeFile.Replace(_file, BundleFile.Encode(Bundle.OfOutbox(_today, _events, _replies)), secret: true);
}
