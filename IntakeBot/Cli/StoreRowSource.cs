using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Cli;

/// <summary>Rows of a stopped server's store, under its lock.</summary>
internal sealed class StoreRowSource(string folder, Roster roster, TimeProvider time) : IRowSource
{
    private const int Page = 256;

    private readonly SealedStore _store = SealedStore.Open(Existing(folder), time);

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

    public async Task<bool?> ReplaceStanzaAsync(ColdRow row, byte rosterPlace, Resealed made, CancellationToken cancellationToken) =>
        ResealRule.Allows(roster, rosterPlace, row)
            ? await _store.CommitAsync(new Change().Put(row.WithStanza(rosterPlace, made.Stanza), row.Version))
            : null;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    /// <summary>Opening makes a store where none is; who reads must not.</summary>
    private static string Existing(string folder) => File.Exists(Path.Combine(folder, "intakes.db"))
        ? folder
        : throw new StoreException($"{folder}: holds no store; give the server's data folder with --data.");
}
