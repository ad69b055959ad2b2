using System.Collections.Concurrent;
using IntakeBot.Core.Sealing;
using LiteDB;
using LiteDB.Engine;

namespace IntakeBot.Core.Storage;

/// <summary>
/// Reads rows on the callers' threads while the writer writes. Each read is a transaction of its own that always ends:
/// the engine forgets to end a failed one, and then never checkpoints again.
/// </summary>
internal sealed class RowReader(LiteEngine lite, Action<Exception> fail) : IDisposable
{
    /// <summary>The engine allows 100 transactions at once and throws at the next.</summary>
    private readonly SemaphoreSlim _gate = new(32);

    public ConcurrentDictionary<DamagedRow, bool> Damaged { get; } = new();

    public SealedRow? Find(RowKind kind, Place place) =>
        First(kind, BsonExpression.Create("$._id = @0", place.ToArray())) is { } document ? Undamaged(document, kind) : null;

    public HotRow? Find(Door door) =>
        First(RowKind.Hot, BsonExpression.Create("$.d = @0", door.ToArray())) is { } document
            ? (HotRow?)Undamaged(document, RowKind.Hot) : null;

    /// <summary>The chosen fields of the next documents in the order of their places.</summary>
    public List<BsonDocument> Page(RowKind kind, Place? after, int limit, string fields) => Read(() =>
    {
        var query = new Query { Select = BsonExpression.Create(fields), OrderBy = "$._id", Limit = limit };
        if (after is { } place)
        {
            query.Where.Add(BsonExpression.Create("$._id > @0", place.ToArray()));
        }

        var page = new List<BsonDocument>(Math.Min(limit, 1024));
        using var found = lite.Query(RowDocument.Collection(kind), query);
        while (found.Read())
        {
            page.Add(found.Current.AsDocument);
        }

        return page;
    });

    public void Dispose() => _gate.Dispose();

    private BsonDocument? First(RowKind kind, BsonExpression where) => Read(() =>
    {
        var query = new Query { Limit = 1 };
        query.Where.Add(where);
        using var found = lite.Query(RowDocument.Collection(kind), query);
        return found.Read() ? found.Current.AsDocument : null;
    });

    private SealedRow? Undamaged(BsonDocument document, RowKind kind)
    {
        var row = RowDocument.Decode(document, kind);
        if (row is null)
        {
            Damaged[new(kind, RowDocument.PlaceOf(document))] = true;
        }

        return row;
    }

    private T Read<T>(Func<T> read)
    {
        _gate.Wait();
        try
        {
            _ = lite.BeginTrans();
            try
            {
                return read();
            }
            finally
            {
                _ = lite.Rollback();
            }
        }
        catch (Exception failure) when (failure is not StoreException)
        {
            fail(failure);
            throw new StoreException("The store failed while it was read; start the program again.", failure);
        }
        finally
        {
            _ = _gate.Release();
        }
    }
}
