namespace IntakeBot.Cli;

/// <summary>What <c>intakes list --json</c> writes of one intake.</summary>
internal sealed record IntakeLine(string Place, string KeptUntil, uint Epoch);
