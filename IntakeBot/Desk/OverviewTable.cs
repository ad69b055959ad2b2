namespace IntakeBot.Desk;

/// <summary>Intakes by week and by one thing that is known of them.</summary>
public sealed record OverviewTable
{
    public required string Name { get; init; }

    public string? Note { get; init; }

    /// <summary>The first is that of all.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    public required IReadOnlyList<OverviewLine> Lines { get; init; }

    public required OverviewLine Total { get; init; }

    public IEnumerable<OverviewChart> Charts => OverviewChart.Of(Columns, Lines, Total);
}
