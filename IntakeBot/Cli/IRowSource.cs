using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>Where sealed rows are read from: the running server, or the store of a stopped one.</summary>
internal interface IRowSource : IAsyncDisposable
{
    Task<IReadOnlyList<Place>> PlacesAsync(CancellationToken cancellationToken);

    Task<(ColdRow? Cold, HotRow? Hot)> FindAsync(Place place, CancellationToken cancellationToken);
}
