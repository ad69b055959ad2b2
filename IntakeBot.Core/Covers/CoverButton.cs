namespace IntakeBot.Core.Covers;

/// <summary>Turns the cover to <paramref name="Page"/>, 0 to 31.</summary>
public sealed record CoverButton(string Label, int Page);
