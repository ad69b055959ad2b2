namespace IntakeBot.Desk;

/// <summary>One bar of a chart; a hidden count's always has the same height. In the units of its drawing.</summary>
public sealed record OverviewBar(string Words, int X, int Height, bool IsHidden);
