namespace IntakeBot.Core.Covers;

/// <summary><paramref name="Size"/>: how many of the page's common measure one of it is, such as kilograms.</summary>
internal sealed record Unit(IReadOnlyList<string> Names, decimal Size);
