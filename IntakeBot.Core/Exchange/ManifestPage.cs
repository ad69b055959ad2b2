namespace IntakeBot.Core.Exchange;

/// <summary>Some of what is stored, in the order of places. More may follow exactly where the page is full.</summary>
public sealed record ManifestPage
{
    /// <summary>Entries of a full page, where no smaller limit was asked for; also the most that may be asked for.</summary>
    public const int Limit = 256;

    public required IReadOnlyList<ManifestLine> Entries { get; init; }
}
