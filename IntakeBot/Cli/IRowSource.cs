using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>Where sealed rows are: with the running server, in the store of a stopped one, or in a bundle.</summary>
internal interface IRowSource : IAsyncDisposable
{
    Task<IReadOnlyList<Place>> PlacesAsync(CancellationToken cancellationToken);

    Task<(ColdRow? Cold, HotRow? Hot)> FindAsync(Place place, CancellationToken cancellationToken);

    /// <summary>Puts <paramref name="made"/> into the row. False where the row is another by now, null where that is not allowed.</summary>
    Task<bool?> ReplaceStanzaAsync(ColdRow row, byte rosterPlace, Resealed made, CancellationToken cancellationToken);
}
