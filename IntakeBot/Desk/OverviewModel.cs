namespace IntakeBot.Desk;

/// <summary>What the overview shows and its file holds; hidden counts are not in it.</summary>
public sealed record OverviewModel
{
    /// <summary>None where fewer than ten came.</summary>
    public required IReadOnlyList<OverviewTable> Tables { get; init; }
}
