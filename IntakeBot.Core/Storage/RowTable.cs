using IntakeBot.Core.Sealing;
using LiteDB;
using LiteDB.Engine;

namespace IntakeBot.Core.Storage;

/// <summary>
/// Decides which changes fit and writes them. Remembers the versions of rows it wrote or looked up, so that a press on an
/// open conversation costs one write and no read. Used by the writer's thread alone; reads nothing inside a transaction.
/// </summary>
internal sealed class RowTable(LiteEngine lite, RowReader reader, RecentRows recent)
{
    private const int MostRemembered = 50_000;

    private readonly Dictionary<(RowKind Kind, Place Place), HeldRow?> _known = [];
    private readonly Dictionary<Door, bool> _free = [];
    private readonly List<(HeldRow? Old, RowWrite Write)> _applied = [];

    /// <summary>Looks up what these changes need to know, before their transaction begins.</summary>
    public void Prepare(IEnumerable<Change> changes)
    {
        _free.Clear();
        if (_known.Count > MostRemembered)
        {
            _known.Clear();
        }

        foreach (var write in changes.SelectMany(c => c.Writes))
        {
            if (!_known.TryGetValue((write.Kind, write.Place), out var held))
            {
                _known[(write.Kind, write.Place)] = held = reader.Look(write.Kind, write.Place);
            }

            if (write.Door is { } door && door != held?.Door && !_free.ContainsKey(door))
            {
                _free[door] = reader.IsFree(door);
            }
        }
    }

    /// <summary>Writes all of the change, or nothing when one of its expectations does not hold.</summary>
    public bool TryApply(Change change)
    {
        if (!change.Writes.All(Fits))
        {
            return false;
        }

        foreach (var write in change.Writes)
        {
            Apply(write);
        }

        return true;
    }

    /// <summary>What was applied is on the disk now: readers may see it.</summary>
    public void Publish()
    {
        foreach (var (old, write) in _applied)
        {
            _ = reader.Damaged.TryRemove(new(write.Kind, write.Place), out _);
            if (old?.Door is { } door && door != write.Door)
            {
                recent.Drop(door);
            }
            else if (old is { Door: null } && write.Kind == RowKind.Hot)
            {
                recent.Clear();
            }

            if (write is RowWrite.Put { Row: HotRow row })
            {
                recent.Keep(row);
            }
        }

        _applied.Clear();
    }

    private bool Fits(RowWrite write)
    {
        var held = _known[(write.Kind, write.Place)];
        return write switch
        {
            RowWrite.Put { Expected: { } expected } => held?.Version == expected && DoorFits(write, held),
            RowWrite.Put => held is null && DoorFits(write, held),
            RowWrite.Remove { Expected: { } expected } => held?.Version == expected,
            _ => true,
        };
    }

    private bool DoorFits(RowWrite write, HeldRow? held) => write.Door is not { } door || door == held?.Door || _free[door];

    private void Apply(RowWrite write)
    {
        var collection = RowDocument.Collection(write.Kind);
        var held = _known[(write.Kind, write.Place)];
        var written = (write, there: held is not null) switch
        {
            (RowWrite.Put put, true) => lite.Update(collection, [put.Document]),
            (RowWrite.Put put, false) => lite.Insert(collection, [put.Document], BsonAutoId.ObjectId),
            (_, true) => lite.Delete(collection, [new BsonValue(write.Place.ToArray())]),
            _ => 1,
        };
        if (written != 1)
        {
            throw new StoreException("the engine lost a row between looking and writing");
        }

        if (held?.Door is { } old)
        {
            _free[old] = true;
        }

        if (write.Door is { } door)
        {
            _free[door] = false;
        }

        _applied.Add((held, write));
        _known[(write.Kind, write.Place)] = write is RowWrite.Put { Row: var row } ? new(row.Version, write.Door) : null;
    }
}
