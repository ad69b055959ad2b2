namespace IntakeBot.Core.Storage;

/// <summary>places.json as it is written, before anything of it was checked.</summary>
internal sealed record PlacesDocument
{
    public required HolderEntry[] Places { get; init; }

    internal sealed record HolderEntry
    {
        public required byte Place { get; init; }

        public required string SigningKey { get; init; }
    }
}
