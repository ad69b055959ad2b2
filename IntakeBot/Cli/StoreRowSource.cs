using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Cli;

/// <summary>Rows of a stopped server's store, under its lock; only reads.</summary>
internal sealed class StoreRowSource(string folder, TimeProvider time) : IRowSource
{
    private const int Page = 256;

    private readonly SealedStore _store = SealedStore.Open(folder, time);

    public Task<IReadOnlyList<Place>> PlacesAsync(CancellationToken cancellationToken)
    {
        var places = new List<Place>();
        while (_store.Manifest(RowKind.Cold, places.Count == 0 ? null : places[^1], Page) is { Count: > 0 } page)
        {
            cancellationToken.ThrowIfCancellationRequested();
            places.AddRange(page.Select(e => e.Place));
        }

        return Task.FromResult<IReadOnlyList<Place>>(places);
    }

    public Task<(ColdRow? Cold, HotRow? Hot)> FindAsync(Place place, CancellationToken cancellationToken) =>
        Task.FromResult((_store.Find<ColdRow>(place), _store.Find<HotRow>(place)));

    public ValueTask DisposeAsync() => _store.DisposeAsync();
}
