namespace IntakeBot.Desk;

/// <summary>A count as it is shown. <paramref name="Value"/>: null where it is hidden.</summary>
public sealed record OverviewCell(string Words, int? Value);
