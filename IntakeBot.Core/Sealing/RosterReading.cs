namespace IntakeBot.Core.Sealing;

/// <summary>A roster, or every reason why there is none: <see cref="Roster"/> is null exactly when there are problems.</summary>
public sealed record RosterReading(Roster? Roster, IReadOnlyList<string> Problems);
