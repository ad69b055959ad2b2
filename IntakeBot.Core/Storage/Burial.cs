using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Storage;

/// <summary>
/// Nothing but a tombstone may lie where somebody erased. An older data file that was put back brings rows to such places, and a process that
/// died between the two writes of an erasure leaves them there; here they go, and the tombstone is put again.
/// </summary>
internal sealed class Burial(StoreWriter writer, ErasedBook book)
{
    private const int Together = 256;

    private static readonly RowKind[] Living = [RowKind.Cold, RowKind.Hot, RowKind.Mailbox];

    /// <summary>How many rows went.</summary>
    public async Task<int> RepeatAsync()
    {
        Note();
        var removed = 0;
        foreach (var stones in book.All.Chunk(Together))
        {
            removed += (await Task.WhenAll(stones.Select(BuryAsync))).Sum();
        }

        return removed;
    }

    /// <summary>Takes into the book what only the store knows: the file was lost, or is older than the store.</summary>
    private void Note()
    {
        for (Place? after = null; writer.Reader.Page(RowKind.Tombstone, after, Together) is { Count: > 0 } page;)
        {
            after = RowDocument.PlaceOf(page[^1]);
            book.Add(
            [
                .. page.Where(d => !book.Has(RowDocument.PlaceOf(d), RowDocument.VersionOf(d)))
                    .Select(d => writer.Reader.Find(RowKind.Tombstone, RowDocument.PlaceOf(d))).OfType<Tombstone>(),
            ]);
        }
    }

    private async Task<int> BuryAsync(Tombstone stone)
    {
        var there = Living.Where(kind => writer.Reader.Look(kind, stone.Place) is not null).ToList();
        var isMissing = writer.Reader.Look(RowKind.Tombstone, stone.Place) is null;
        if (there.Count == 0 && !isMissing)
        {
            return 0;
        }

        var change = new Change();
        there.ForEach(kind => change.Remove(kind, stone.Place, expected: null));
        return await writer.CommitAsync(isMissing ? change.Put(stone, expected: null) : change) ? there.Count : 0;
    }
}
