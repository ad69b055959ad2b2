namespace IntakeBot.Core.Covers;

/// <summary>A cover's text, and its pages as buttons, several in a row.</summary>
public sealed record CoverCard(string Text, IReadOnlyList<IReadOnlyList<CoverButton>> Rows);
