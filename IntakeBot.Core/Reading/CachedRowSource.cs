using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>
/// Rows as a desk has them: read from the cache alone, so that nobody sees what staff look at. What they do goes to the server at once, and the row
/// that it changed is fetched again. An event waits in <paramref name="pending"/> where the server is away, and counts at this desk meanwhile. All stay the caller's.
/// </summary>
public sealed class CachedRowSource(RowCache cache, ExchangeClient client, PendingEvents pending, TimeProvider time) : IRowSource
{
    public Task<IReadOnlyList<Place>> PlacesAsync(CancellationToken cancellationToken) => Task.FromResult(cache.Places(RowKind.Cold));

    public Task<(ColdRow? Cold, HotRow? Hot)> FindAsync(Place place, CancellationToken cancellationToken) =>
        Task.FromResult((cache.Find<ColdRow>(RowKind.Cold, place), cache.Find<HotRow>(RowKind.Hot, place)));

    /// <inheritdoc/>
    public async Task<bool?> ReplaceStanzaAsync(ColdRow row, byte rosterPlace, Resealed made, CancellationToken cancellationToken)
    {
        var done = await client.ReplaceStanzaAsync(row, rosterPlace, made, cancellationToken);
        if (done == false)
        {
            // Who tries again must see the other row, or would try for ever.
            await FetchAsync<ColdRow>(RowKind.Cold, row.Place, cancellationToken);
        }
        else if (done == true)
        {
            await TryFetchAsync<ColdRow>(RowKind.Cold, row.Place, cancellationToken);
        }

        return done;
    }

    /// <summary>Null also where it was not fetched yet: it is once the place is among <see cref="RowSync.Mailboxes"/>.</summary>
    public Task<Mailbox?> FindMailboxAsync(Place mailbox, CancellationToken cancellationToken) => Task.FromResult(cache.Find<Mailbox>(RowKind.Mailbox, mailbox));

    public Task<Tombstone?> FindTombstoneAsync(Place place, CancellationToken cancellationToken) =>
        Task.FromResult(cache.Find<Tombstone>(RowKind.Tombstone, place));

    public Task<IReadOnlyList<Tombstone>> TombstonesAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Tombstone>>(
        [.. cache.Places(RowKind.Tombstone).Select(p => cache.Find<Tombstone>(RowKind.Tombstone, p)).OfType<Tombstone>()]);

    public Task<IReadOnlyList<EventRow>> EventsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<EventRow>>(
        [.. cache.Places(RowKind.Event).Select(p => cache.Find<EventRow>(RowKind.Event, p)).OfType<EventRow>()]);

    public async Task<bool?> PutEventAsync(EventRow row, CancellationToken cancellationToken)
    {
        var done = await TryPutAsync(row, cancellationToken);
        if (done == true)
        {
            cache.Apply([row], []);
        }

        return done;
    }

    /// <summary>Asks the server where the cache has none.</summary>
    public async Task<EventRow?> FindEventAsync(Place place, CancellationToken cancellationToken)
    {
        if (cache.Find<EventRow>(RowKind.Event, place) is null)
        {
            await FetchAsync<EventRow>(RowKind.Event, place, cancellationToken);
        }

        return cache.Find<EventRow>(RowKind.Event, place);
    }

    public async Task<bool> PutReplyAsync(SignedReply reply, CancellationToken cancellationToken)
    {
        var done = await client.PutReplyAsync(reply, cancellationToken);
        if (done)
        {
            await TryFetchAsync<Mailbox>(RowKind.Mailbox, reply.Mailbox, cancellationToken);
        }

        return done;
    }

    public async Task<bool> RemoveAsync(Place place, byte[] token, CancellationToken cancellationToken)
    {
        var done = await client.RemoveAsync(place, token, cancellationToken);
        if (done)
        {
            cache.Apply([], [new(RowKind.Cold, place), new(RowKind.Hot, place)]);
            await TryFetchAsync<Tombstone>(RowKind.Tombstone, place, cancellationToken);
        }

        return done;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<bool?> TryPutAsync(EventRow row, CancellationToken cancellationToken)
    {
        try
        {
            return await client.PutEventAsync(row, cancellationToken);
        }
        catch (Exception away) when (away is HttpRequestException or InvalidDataException)
        {
            pending.Add(row, Day.Today(time));
            return true;
        }
    }

    /// <summary>What was put is put: where the answer is lost, the next round brings the row.</summary>
    private async Task TryFetchAsync<T>(RowKind kind, Place place, CancellationToken cancellationToken)
        where T : SealedRow
    {
        try
        {
            await FetchAsync<T>(kind, place, cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or InvalidDataException)
        {
            return;
        }
    }

    private async Task FetchAsync<T>(RowKind kind, Place place, CancellationToken cancellationToken)
        where T : SealedRow => cache.Apply(
            await client.FindRowAsync<T>(kind, place, cancellationToken) is { } row ? [row] : [],
            []);
}
