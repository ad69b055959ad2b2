using System.Collections.Concurrent;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Storage;

/// <summary>
/// All rows as they were between two commits, read while the writer goes on: before it writes a row it leaves here what the row was. What is kept in
/// memory is as much as people write meanwhile.
/// </summary>
internal sealed class StoreSnapshot(RowReader reader, Action end) : IDisposable
{
    private const int PageSize = 256;

    private readonly ConcurrentDictionary<(RowKind Kind, Place Place), (bool IsThere, SealedRow? Row)> _before = new();

    /// <summary>For the writer, before a commit: the rows that it will change, unless an earlier commit has changed them.</summary>
    public void Keep(IEnumerable<RowWrite> writes)
    {
        foreach (var write in writes)
        {
            if (!_before.ContainsKey((write.Kind, write.Place)))
            {
                _before[(write.Kind, write.Place)] = reader.Peek(write.Kind, write.Place);
            }
        }
    }

    /// <summary>Every row of a kind that was there; null where it is damaged.</summary>
    public IEnumerable<(Place Place, SealedRow? Row)> Rows(RowKind kind)
    {
        var told = new HashSet<Place>();
        for (Place? after = null; reader.Page(kind, after, PageSize) is { Count: > 0 } page;)
        {
            after = RowDocument.PlaceOf(page[^1]);
            foreach (var place in page.Select(RowDocument.PlaceOf))
            {
                // First the row, then what it was before: the writer leaves that before the row changes.
                var now = reader.Peek(kind, place);
                var (isThere, row) = _before.TryGetValue((kind, place), out var kept) ? kept : now;
                if (isThere && told.Add(place))
                {
                    yield return (place, row);
                }
            }
        }

        foreach (var ((_, place), (isThere, row)) in _before.Where(b => b.Key.Kind == kind))
        {
            if (isThere && told.Add(place))
            {
                yield return (place, row);
            }
        }
    }

    public void Dispose() => end();
}
