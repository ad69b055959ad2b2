namespace IntakeBot.Core.Exchange;

/// <summary>A row's place and version, each 32 hexadecimal digits.</summary>
public sealed record ManifestLine(string Place, string Version);
