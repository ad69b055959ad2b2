using System.Collections.Concurrent;
using IntakeBot.Core.Sealing;
using LiteDB;
using LiteDB.Engine;

namespace IntakeBot.Core.Storage;

/// <summary>
/// Reads rows on the callers' threads while the writer writes. A document that the engine cannot read is a damaged row like
/// one whose hash is wrong. Each read is a transaction that always ends: the engine forgets to end one that failed.
/// </summary>
internal sealed class RowReader(LiteEngine lite, Action<Exception> fail) : IDisposable
{
    private const string ById = "$._id = @0";
    private const string ByDoor = "$.d = @0";

    /// <summary>The engine allows 100 transactions at once and throws at the next.</summary>
    private readonly SemaphoreSlim _gate = new(32);

    public ConcurrentDictionary<DamagedRow, bool> Damaged { get; } = new();

    public SealedRow? Find(RowKind kind, Place place) => Undamaged(kind, place, First(kind, ById, place.ToArray()));

    /// <summary>Whether there is a row, and the row: null where it is damaged.</summary>
    public (bool IsThere, SealedRow? Row) Peek(RowKind kind, Place place) =>
        First(kind, ById, place.ToArray()) is var found && found is (true, null) ? (false, null) : (true, Undamaged(kind, place, found));

    /// <summary>Where a damaged document hides its place, <see cref="Damaged"/> has a row at place zero.</summary>
    public HotRow? Find(Door door) => (HotRow?)Undamaged(RowKind.Hot, default, First(RowKind.Hot, ByDoor, door.ToArray()));

    /// <summary>The mailbox of that tag, or else the next one in the order of tags: one document is read, whether there is one or not.</summary>
    public Mailbox? Nearest(MailboxTag tag)
    {
        var found = NextByTag(tag);
        return (Mailbox?)Undamaged(RowKind.Mailbox, default, found is (true, null) ? NextByTag(from: null) : found);
    }

    /// <summary>What the writer must know of a row to write over it; null when there is none.</summary>
    public HeldRow? Look(RowKind kind, Place place) => First(kind, ById, place.ToArray()) switch
    {
        (true, { } found) => new(RowDocument.VersionOf(found), (RowDocument.Decode(found, kind) as HotRow)?.Door),
        (true, null) => null,
        _ => new(Version: null, Door: null),
    };

    /// <summary>The change that removes the row as it is now, if its last day lies before <paramref name="today"/>.</summary>
    public Change? Removal(RowKind kind, Place place, Day today) =>
        First(kind, ById, place.ToArray()).Document is { } found && RowDocument.EndsBefore(found, today)
            ? new Change().Remove(kind, place, RowDocument.VersionOf(found)) : null;

    public bool IsFree(Door door) => First(RowKind.Hot, ByDoor, door.ToArray()) is (true, null);

    /// <summary>The next documents in the order of their places: of a damaged one the place alone.</summary>
    public List<BsonDocument> Page(RowKind kind, Place? after, int limit)
    {
        var (whole, page) = Select(kind, after, limit, $"{{ {RowDocument.Id}, {RowDocument.Version}, {RowDocument.Expires} }}");
        if (whole)
        {
            return page;
        }

        (whole, page) = Select(kind, after, limit, $"{{ {RowDocument.Id} }}");
        return whole
            ? [.. page.Select(d => First(kind, ById, d[RowDocument.Id]).Document ?? d)]
            : throw new StoreException("The list of rows is damaged; restore a backup.");
    }

    public void Dispose() => _gate.Dispose();

    private (bool Whole, BsonDocument? Document) First(RowKind kind, string where, BsonValue value) => Read(() =>
    {
        var query = new Query { Limit = 1 };
        query.Where.Add(BsonExpression.Create(where, value));
        using var found = lite.Query(RowDocument.Collection(kind), query);
        return found.Read() ? found.Current.AsDocument : null;
    });

    private (bool Whole, BsonDocument? Document) NextByTag(MailboxTag? from) => Read(() =>
    {
        var query = new Query { OrderBy = "$." + RowDocument.Tag, Limit = 1 };
        if (from is { } tag)
        {
            query.Where.Add(BsonExpression.Create("$.t >= @0", tag.ToArray()));
        }

        using var found = lite.Query(RowDocument.Collection(RowKind.Mailbox), query);
        return found.Read() ? found.Current.AsDocument : null;
    });

    private (bool Whole, List<BsonDocument> Page) Select(RowKind kind, Place? after, int limit, string fields)
    {
        var (whole, page) = Read(() =>
        {
            var query = new Query { Select = BsonExpression.Create(fields), OrderBy = "$._id", Limit = limit };
            if (after is { } place)
            {
                query.Where.Add(BsonExpression.Create("$._id > @0", place.ToArray()));
            }

            var documents = new List<BsonDocument>(Math.Min(limit, 1024));
            using var found = lite.Query(RowDocument.Collection(kind), query);
            while (found.Read())
            {
                documents.Add(found.Current.AsDocument);
            }

            return documents;
        });
        return (whole, page ?? []);
    }

    private SealedRow? Undamaged(RowKind kind, Place place, (bool Whole, BsonDocument? Document) found)
    {
        if (found is (true, null))
        {
            return null;
        }

        var row = found.Document is { } document ? RowDocument.Decode(document, kind) : null;
        if (row is null)
        {
            Damaged[new(kind, found.Document is { } damaged ? RowDocument.PlaceOf(damaged) : place)] = true;
        }

        return row;
    }

    private (bool Whole, T? Value) Read<T>(Func<T?> read)
        where T : class
    {
        _gate.Wait();
        try
        {
            _ = lite.BeginTrans();
            try
            {
                return (true, read());
            }
            finally
            {
                _ = lite.Rollback();
            }
        }
        catch (Exception failure) when (EndsEngine(failure))
        {
            fail(failure);
            throw new StoreException("The store failed while it was read; start the program again.");
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return (false, null);
        }
        finally
        {
            _ = _gate.Release();
        }
    }

    /// <summary>After these the engine has closed itself.</summary>
    private static bool EndsEngine(Exception failure) => failure is IOException or ObjectDisposedException
        || failure is LiteException { ErrorCode: LiteException.INVALID_DATAFILE_STATE or LiteException.ENGINE_DISPOSED };
}
