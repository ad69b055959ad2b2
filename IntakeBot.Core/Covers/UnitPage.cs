namespace IntakeBot.Core.Covers;

/// <summary>Units of one kind; texts by language number.</summary>
internal sealed record UnitPage(IReadOnlyList<string> Titles, IReadOnlyList<Unit> Units);
