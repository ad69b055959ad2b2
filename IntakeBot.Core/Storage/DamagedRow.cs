using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Storage;

/// <summary>A row that is there but whose bytes are not what was written. Not served; kept until removed, expired or restored.</summary>
public readonly record struct DamagedRow(RowKind Kind, Place Place);
