using System.Collections.Concurrent;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Storage;

/// <summary>
/// The open conversations' rows as they last reached the disk, so that a press reads none: a read waits for the checkpoint
/// that runs, and the next checkpoint for the read. Two generations: a row unwritten for a while is dropped with the older.
/// </summary>
internal sealed class RecentRows
{
    private const int Generation = 512;

    private volatile ConcurrentDictionary<Door, HotRow> _young = new();
    private volatile ConcurrentDictionary<Door, HotRow> _old = new();
    private int _kept;

    /// <summary>The row that was written, shared by all who ask and never changed; null when it is not remembered, whatever the disk says.</summary>
    public HotRow? Find(Door door) => _young.TryGetValue(door, out var row) || _old.TryGetValue(door, out row) ? row : null;

    /// <summary>Called by the writer's thread, once the row is on the disk.</summary>
    public void Keep(HotRow row)
    {
        if (!_young.ContainsKey(row.Door) && ++_kept > Generation)
        {
            (_old, _young, _kept) = (_young, new(), 1);
        }

        _young[row.Door] = row;
    }

    public void Drop(Door door)
    {
        _kept -= _young.TryRemove(door, out _) ? 1 : 0;
        _ = _old.TryRemove(door, out _);
    }

    /// <summary>Forgets everything: a row went whose door nobody can tell.</summary>
    public void Clear() => (_old, _young, _kept) = (new(), new(), 0);
}
