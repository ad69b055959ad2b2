using System.Collections.Concurrent;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Storage;

/// <summary>
/// The open conversations' rows as they last reached the disk, so that a press reads none: a read waits for the checkpoint
/// that runs, and the next checkpoint for the read. Two generations: a row unwritten for a while is dropped with the older. A generation grows
/// while more than a quarter of those who ask want what was dropped, as when thousands press in turn, and shrinks when few come back to the older one.
/// </summary>
internal sealed class RecentRows
{
    /// <summary>Rows of about 3 KB: 1.5 MB.</summary>
    private const int Fewest = 512;

    /// <summary>Two of them hold the rows of 16,384 people, 50 MB.</summary>
    private const int Most = 8192;

    private readonly DroppedDoors _dropped = new();
    private volatile ConcurrentDictionary<Door, HotRow> _young = new();
    private volatile ConcurrentDictionary<Door, HotRow> _old = new();
    private int _generation = Fewest;
    private int _kept;
    private int _asked;
    private int _missed;
    private int _cameBack;

    /// <summary>The row that was written, shared by all who ask and never changed; null when it is not remembered, whatever the disk says.</summary>
    public HotRow? Find(Door door)
    {
        _ = Interlocked.Increment(ref _asked);
        if (_young.TryGetValue(door, out var row))
        {
            return row;
        }

        if (_old.TryGetValue(door, out row))
        {
            _ = Interlocked.Increment(ref _cameBack);
        }
        else if (_dropped.Has(door))
        {
            _ = Interlocked.Increment(ref _missed);
        }

        return row;
    }

    /// <summary>Called by the writer's thread, once the row is on the disk.</summary>
    public void Keep(HotRow row)
    {
        if (!_young.ContainsKey(row.Door) && ++_kept > _generation)
        {
            _dropped.Add(_old.Keys);
            (_old, _young, _kept) = (_young, new(), 1);
            Resize(Interlocked.Exchange(ref _asked, 0), Interlocked.Exchange(ref _missed, 0), Interlocked.Exchange(ref _cameBack, 0));
        }

        _young[row.Door] = row;
    }

    public void Drop(Door door)
    {
        _kept -= _young.TryRemove(door, out _) ? 1 : 0;
        _ = _old.TryRemove(door, out _);
        _dropped.Remove(door);
    }

    /// <summary>Forgets everything: a row went whose door nobody can tell.</summary>
    public void Clear()
    {
        (_old, _young, _kept) = (new(), new(), 0);
        _dropped.Clear();
    }

    private void Resize(int asked, int missed, int cameBack)
    {
        if (missed > asked / 4)
        {
            _generation = Math.Min(Most, _generation * 2);
        }
        else if (missed + cameBack <= asked / 8)
        {
            _generation = Math.Max(Fewest, _generation / 2);
        }
    }
}
