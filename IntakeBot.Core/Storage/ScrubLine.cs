namespace IntakeBot.Core.Storage;

/// <summary>Rows of one kind: whole, damaged, and of the whole ones those whose last day lies before the day that was asked for.</summary>
public sealed record ScrubLine(string Kind, int Whole, int Damaged, int Over);
