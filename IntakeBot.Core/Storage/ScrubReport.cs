namespace IntakeBot.Core.Storage;

/// <summary>What a look at every row has found.</summary>
public sealed record ScrubReport
{
    /// <summary>More are counted, not named.</summary>
    public const int MostNamed = 100;

    public required IReadOnlyList<ScrubLine> Kinds { get; init; }

    public required int Faults { get; init; }

    /// <summary>The first of them in words, each with its place.</summary>
    public required IReadOnlyList<string> Named { get; init; }

    /// <summary>Rows that end before the day that was asked for; tombstones are no part of it.</summary>
    public int Over => Kinds.Where(k => k.Kind != RowScrub.Word(Sealing.RowKind.Tombstone)).Sum(k => k.Over);
}
