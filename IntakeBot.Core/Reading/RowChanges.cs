using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>Which cached rows are others than before, came or went; their content is to be looked up.</summary>
public sealed record RowChanges(IReadOnlySet<RowName> Rows)
{
    /// <summary>Whose cold or hot row changed, came or went, or that were erased.</summary>
    public IReadOnlySet<Place> Intakes => Of(RowKind.Cold, RowKind.Hot, RowKind.Tombstone);

    public IReadOnlySet<Place> Mailboxes => Of(RowKind.Mailbox);

    public IReadOnlySet<Place> Of(params RowKind[] kinds) => Rows.Where(r => kinds.Contains(r.Kind)).Select(r => r.Place).ToHashSet();

    public override string ToString() => $"{Rows.Count} rows changed";
}
