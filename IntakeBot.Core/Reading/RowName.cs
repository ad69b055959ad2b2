using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>Which row: rows of several kinds stand at one place.</summary>
public readonly record struct RowName(RowKind Kind, Place Place)
{
    public static RowName Of(SealedRow row) => new(row.Kind, row.Place);

    public override string ToString() => $"{Kind} row {Place}";
}
