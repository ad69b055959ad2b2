using IntakeBot.Core.Sealing;
using LiteDB;
using LiteDB.Engine;

namespace IntakeBot.Core.Storage;

/// <summary>
/// Applies changes inside the writer's transaction. Remembers the version of rows it wrote or looked up, so that a press
/// on an open conversation costs one write and no read. Used by the writer's thread alone.
/// </summary>
internal sealed class RowTable(LiteEngine lite)
{
    private const int MostRemembered = 50_000;

    private readonly Dictionary<(RowKind Kind, Place Place), Held?> _known = [];

    /// <summary>Writes all of the change, or nothing when one of its expectations does not hold.</summary>
    public bool TryApply(Change change)
    {
        foreach (var write in change.Writes)
        {
            if (!Fits(write))
            {
                return false;
            }
        }

        foreach (var write in change.Writes)
        {
            Apply(write);
        }

        return true;
    }

    private bool Fits(RowWrite write)
    {
        var held = Look(write.Kind, write.Place);
        return write switch
        {
            RowWrite.Put { Expected: var expected } put =>
                held?.Version == expected && (put.Row is not HotRow hot || hot.Door == held?.Door || IsFree(hot.Door)),
            RowWrite.Remove { Expected: { } expected } => held?.Version == expected,
            _ => true,
        };
    }

    private void Apply(RowWrite write)
    {
        var collection = RowDocument.Collection(write.Kind);
        var there = Look(write.Kind, write.Place) is not null;
        var done = (write, there) switch
        {
            (RowWrite.Put put, true) => lite.Update(collection, [put.Document]),
            (RowWrite.Put put, false) => lite.Insert(collection, [put.Document], BsonAutoId.ObjectId),
            (_, true) => lite.Delete(collection, [new BsonValue(write.Place.ToArray())]),
            _ => 1,
        };
        if (done != 1)
        {
            throw new StoreException("The engine did not find a row that it had.");
        }

        Remember(write.Kind, write.Place, write is RowWrite.Put { Row: var row } ? new Held(row.Version, (row as HotRow)?.Door) : null);
    }

    private Held? Look(RowKind kind, Place place)
    {
        if (_known.TryGetValue((kind, place), out var held))
        {
            return held;
        }

        held = First(kind, BsonExpression.Create("$._id = @0", place.ToArray())) is { } document
            ? new Held(RowDocument.VersionOf(document), RowDocument.DoorOf(document)) : null;
        Remember(kind, place, held);
        return held;
    }

    private bool IsFree(Door door) => First(RowKind.Hot, BsonExpression.Create("$.d = @0", door.ToArray())) is null;

    private BsonDocument? First(RowKind kind, BsonExpression where)
    {
        var query = new Query { Limit = 1 };
        query.Where.Add(where);
        using var found = lite.Query(RowDocument.Collection(kind), query);
        return found.Read() ? found.Current.AsDocument : null;
    }

    private void Remember(RowKind kind, Place place, Held? held)
    {
        if (_known.Count >= MostRemembered)
        {
            _known.Clear();
        }

        _known[(kind, place)] = held;
    }

    private sealed record Held(RowVersion Version, Door? Door);
}
