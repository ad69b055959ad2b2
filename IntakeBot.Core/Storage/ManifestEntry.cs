using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Storage;

/// <summary>One line of what is stored: where, and whether it changed since somebody last looked.</summary>
public readonly record struct ManifestEntry(Place Place, RowVersion Version);
