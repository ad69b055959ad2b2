namespace IntakeBot.Core.Exchange;

/// <summary>One file of the roster, byte for byte; base64 in JSON.</summary>
public sealed record RosterPackFile(string Name, byte[] Content);
