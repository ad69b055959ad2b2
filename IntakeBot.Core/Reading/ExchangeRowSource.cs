using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>Rows of the running server; takes the client over.</summary>
public sealed class ExchangeRowSource(ExchangeClient client) : IRowSource
{
    /// <summary>False where nobody listens at the address: the server is stopped.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            _ = await client.FindManifestAsync(RowKind.Cold, null, cancellationToken);
            return true;
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError is HttpRequestError.ConnectionError)
        {
            return false;
        }
    }

    public Task<IReadOnlyList<Place>> PlacesAsync(CancellationToken cancellationToken) => PlacesAsync(RowKind.Cold, cancellationToken);

    public async Task<(ColdRow? Cold, HotRow? Hot)> FindAsync(Place place, CancellationToken cancellationToken) => (
        await client.FindRowAsync<ColdRow>(RowKind.Cold, place, cancellationToken),
        await client.FindRowAsync<HotRow>(RowKind.Hot, place, cancellationToken));

    public Task<bool?> ReplaceStanzaAsync(ColdRow row, byte rosterPlace, Resealed made, CancellationToken cancellationToken) =>
        client.ReplaceStanzaAsync(row, rosterPlace, made, cancellationToken);

    public Task<Mailbox?> FindMailboxAsync(Place mailbox, CancellationToken cancellationToken) =>
        client.FindRowAsync<Mailbox>(RowKind.Mailbox, mailbox, cancellationToken);

    public Task<Tombstone?> FindTombstoneAsync(Place place, CancellationToken cancellationToken) =>
        client.FindRowAsync<Tombstone>(RowKind.Tombstone, place, cancellationToken);

    public async Task<IReadOnlyList<Tombstone>> TombstonesAsync(CancellationToken cancellationToken)
    {
        var tombstones = new List<Tombstone>();
        foreach (var place in await PlacesAsync(RowKind.Tombstone, cancellationToken))
        {
            if (await FindTombstoneAsync(place, cancellationToken) is { } tombstone)
            {
                tombstones.Add(tombstone);
            }
        }

        return tombstones;
    }

    public async Task<IReadOnlyList<EventRow>> EventsAsync(CancellationToken cancellationToken)
    {
        var events = new List<EventRow>();
        foreach (var place in await PlacesAsync(RowKind.Event, cancellationToken))
        {
            if (await FindEventAsync(place, cancellationToken) is { } row)
            {
                events.Add(row);
            }
        }

        return events;
    }

    public Task<bool?> PutEventAsync(EventRow row, CancellationToken cancellationToken) => client.PutEventAsync(row, cancellationToken);

    public Task<EventRow?> FindEventAsync(Place place, CancellationToken cancellationToken) =>
        client.FindRowAsync<EventRow>(RowKind.Event, place, cancellationToken);

    public Task<bool> PutReplyAsync(SignedReply reply, CancellationToken cancellationToken) => client.PutReplyAsync(reply, cancellationToken);

    public Task<bool> RemoveAsync(Place place, byte[] token, CancellationToken cancellationToken) => client.RemoveAsync(place, token, cancellationToken);

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<IReadOnlyList<Place>> PlacesAsync(RowKind kind, CancellationToken cancellationToken) =>
        await ManifestWalk.ReadAsync(client, kind, cancellationToken) is { } lines
            ? [.. lines.Select(l => l.Place)]
            : throw new InvalidDataException("The server does not answer this identity: is it in the newest roster there, and is this machine's clock right?");
}
