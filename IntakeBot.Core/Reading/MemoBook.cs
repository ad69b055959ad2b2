using System.Collections.Concurrent;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>
/// Memos to this member among the cached events, in memory only. A row does not tell what it is, so each is tried once: 0.15 ms on one core.
/// </summary>
public sealed class MemoBook(Membership membership, RowCache cache)
{
    private readonly Lock _reading = new();
    private readonly ConcurrentDictionary<Place, Memo?> _tried = [];

    /// <summary>The newest first; of one minute in the order of their places.</summary>
    public IReadOnlyList<Memo> Memos => [.. _tried.Where(t => t.Value is not null).OrderByDescending(t => t.Value!.Minute).ThenBy(t => t.Key.Value).Select(t => t.Value!)];

    /// <summary>True where memos came or went. <paramref name="others"/>: places of which is known that they are case events.</summary>
    public bool Refresh(IReadOnlySet<Place> others)
    {
        lock (_reading)
        {
            var (there, before) = (cache.Places(RowKind.Event).ToHashSet(), Count);
            var went = _tried.Keys.Where(p => !there.Contains(p)).ToList();
            went.ForEach(p => _tried.TryRemove(p, out _));
            var isLess = Count != before;
            _ = Parallel.ForEach(there.Where(p => !_tried.ContainsKey(p)), place => _tried[place] = others.Contains(place) ? null : Open(place));
            return isLess || Count != before;
        }
    }

    private int Count => _tried.Values.Count(m => m is not null);

    private Memo? Open(Place place) => cache.Find<EventRow>(RowKind.Event, place) is { } row
        ? MemoOpener.Open(row, membership.Identity, membership.Member.Place, membership.Roster) : null;
}
