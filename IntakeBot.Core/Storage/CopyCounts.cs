using System.Globalization;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Storage;

/// <summary>How many rows of each kind, in the order of <see cref="RowDocument.Kinds"/>, and how many that are damaged and left out.</summary>
public sealed record CopyCounts(int Cold, int Hot, int Mailboxes, int Tombstones, int Events, int Damaged)
{
    public int Rows => Cold + Hot + Mailboxes + Tombstones + Events;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Cold} intakes, {Mailboxes} mailboxes, {Events} case events, {Tombstones} tombstones");

    internal static CopyCounts Of(IReadOnlyDictionary<RowKind, int> rows, int damaged) => new(
        rows.GetValueOrDefault(RowKind.Cold), rows.GetValueOrDefault(RowKind.Hot), rows.GetValueOrDefault(RowKind.Mailbox),
        rows.GetValueOrDefault(RowKind.Tombstone), rows.GetValueOrDefault(RowKind.Event), damaged);
}
