namespace IntakeBot.Desk;

/// <summary>A week or several, or all of them. The first cell is how many came.</summary>
public sealed record OverviewLine(string Name, IReadOnlyList<OverviewCell> Cells);
