using System.Collections.Concurrent;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Storage;

/// <summary>
/// The open conversations' rows as they last reached the disk, so that a press reads none: a read waits for the checkpoint
/// that runs, and the next checkpoint for the read. Two generations: a row unwritten for a while is dropped with the older.
/// </summary>
internal sealed class RecentRows
{
    private const int Generation = 4096;

    private volatile ConcurrentDictionary<Door, byte[]> _young = new();
    private volatile ConcurrentDictionary<Door, byte[]> _old = new();

    /// <summary>A row of the caller's own, or null when it is not remembered, whatever the disk says.</summary>
    public HotRow? Find(Door door) =>
        _young.TryGetValue(door, out var bytes) || _old.TryGetValue(door, out bytes) ? (HotRow?)SealedRow.Decode(bytes) : null;

    /// <summary>Called by the writer's thread, once the row is on the disk.</summary>
    public void Keep(Door door, byte[] row)
    {
        if (_young.Count >= Generation)
        {
            (_old, _young) = (_young, new());
        }

        _young[door] = row;
    }

    public void Drop(Door door)
    {
        _ = _young.TryRemove(door, out _);
        _ = _old.TryRemove(door, out _);
    }

    /// <summary>Forgets everything: a row went whose door nobody can tell.</summary>
    public void Clear() => (_old, _young) = (new(), new());
}
