namespace IntakeBot.Cli;

internal sealed record ThrowawayMember(string Pseudonym, string Desk, string IdentityFile);
