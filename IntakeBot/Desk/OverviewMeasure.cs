namespace IntakeBot.Desk;

/// <summary>Something that intakes are counted by. <paramref name="Of"/>: numbers of the options that a case has; exactly one where it <paramref name="AddsUp"/>.</summary>
internal sealed record OverviewMeasure(string Name, string? Note, IReadOnlyList<string> Options, bool AddsUp, Func<Case, IEnumerable<int>> Of);
