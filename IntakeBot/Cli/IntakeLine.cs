namespace IntakeBot.Cli;

/// <summary>What <c>intakes list --json</c> writes of one intake; of an erased one its place and the day alone.</summary>
internal sealed record IntakeLine(string Place, string? KeptUntil, uint? Epoch, string? Erased = null);
