using System.Collections.Concurrent;
using IntakeBot.Core.Sealing;
using LiteDB;
using LiteDB.Engine;

namespace IntakeBot.Core.Storage;

/// <summary>The engine over our own two files. It checkpoints when told and at no other moment; its third file, for sorting, is memory.</summary>
internal sealed class StoreEngine : IDisposable
{
    private const int Schema = 2;

    /// <summary>Had no mailboxes and no tombstones; see <see cref="SchemaUpgrade"/>.</summary>
    private const int SchemaWithoutMailboxes = 1;

    public const string Meta = "meta";
    public const string SchemaVersion = "version";

    /// <summary>The engine's finalizers throw when it failed, and would end the process in the middle of an orderly stop.</summary>
    private static readonly ConcurrentBag<StoreEngine> Abandoned = [];

    private readonly StoreFolder _folder;
    private readonly LogFile? _log;
    private readonly DataFile _data;

    private StoreEngine(StoreFolder folder, bool writable)
    {
        _folder = folder;
        var isNew = writable && !File.Exists(folder.Data);
        _log = writable || File.Exists(folder.Log) ? new LogFile(folder.Log, writable) : null;
        _data = new DataFile(folder.Data, writable, () => _log?.Seal()) { Unlocked = writable };
        try
        {
            Lite = new LiteEngine(new EngineSettings
            {
                DataStream = _data,
                LogStream = (Stream?)_log ?? new MemoryStream(),
                TempStream = new MemoryStream(),
                Collation = Collation.Binary,
                ReadOnly = !writable,
            });
            if (isNew)
            {
                // Before the log has a page: a power cut must not leave a log of which the data file's name is missing, nor that name without its first page.
                _data.Flush();
                FolderSync.Flush(folder.Folder);
            }
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            Abandon();
            throw Unreadable(failure);
        }
        finally
        {
            _data.Unlocked = false;
        }
    }

    public LiteEngine Lite { get; }

    /// <summary>Opens for good: what a log of the last run still held goes into the data file, and the schema is there.</summary>
    public static StoreEngine Open(StoreFolder folder)
    {
        var upgrade = new SchemaUpgrade(folder);
        upgrade.Clear();
        var engine = OpenAsIs(folder);
        if (engine.Guarded(engine.ReadSchema) is SchemaWithoutMailboxes)
        {
            engine.Dispose();
            upgrade.Run();
            engine = OpenAsIs(folder);
        }

        return engine.UpToDate();
    }

    /// <summary>The same with whatever schema there is.</summary>
    internal static StoreEngine OpenAsIs(StoreFolder folder)
    {
        var engine = new StoreEngine(folder, writable: true);
        return engine.Guarded(() =>
        {
            engine.Checkpoint();
            return engine;
        });
    }

    /// <summary>The same engine with the schema of this program; only a rehearsal changes an older one, on its copy.</summary>
    internal StoreEngine UpToDate() => Guarded(() =>
    {
        BringToSchema();
        return this;
    });

    /// <summary>What a look into the files shows, without writing a byte; null where all is well.</summary>
    public static string? SchemaProblem(StoreFolder folder)
    {
        using var engine = new StoreEngine(folder, writable: false);
        try
        {
            return engine.SchemaProblem();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            Abandoned.Add(engine);
            return engine.Unreadable(failure).Message;
        }
    }

    /// <summary>Who is told of the first error of the disk.</summary>
    public void TellOfErrors(Action<Exception> broken) => _data.Broken = _log!.Broken = broken;

    /// <summary>Brings what was committed into the data file and onto the disk, and empties the log.</summary>
    public void Checkpoint()
    {
        _data.Unlocked = true;
        _ = Lite.Checkpoint();
        _data.Unlocked = false;
        if (_log is { Length: not 0 })
        {
            throw new StoreException("the engine left something in its log");
        }
    }

    /// <summary>From now on nothing is written, whatever threads of the engine are still alive.</summary>
    public void Stop()
    {
        _data.Stop();
        _log?.Stop();
    }

    /// <summary>Closes the files of an engine that failed; it may be waiting for itself, so it is not asked to end, only kept.</summary>
    public void Abandon()
    {
        Abandoned.Add(this);
        CloseFiles();
    }

    public void Dispose()
    {
        Lite.Dispose();
        CloseFiles();
    }

    private void CloseFiles()
    {
        _data.Dispose();
        _log?.Dispose();
    }

    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            Abandon();
            throw failure as StoreException ?? Unreadable(failure);
        }
    }

    private StoreException Unreadable(Exception failure) => new(
        $"{_folder.Data}: cannot be opened ({(failure is IOException ? failure.Message : failure.GetType().Name)}); "
        + "if the disk is well, restore a backup.")
    {
        MayPass = failure is IOException and not EndOfStreamException,
    };

    private void BringToSchema()
    {
        if (SchemaProblem() is { } problem)
        {
            throw new StoreException(problem);
        }

        var found = ReadSchema();
        if (found == Schema)
        {
            return;
        }

        _ = Lite.Pragma("CHECKPOINT", 0);
        _ = Lite.BeginTrans();
        _ = Lite.EnsureIndex(RowDocument.Collection(RowKind.Hot), RowDocument.Door, BsonExpression.Create("$." + RowDocument.Door), unique: true);
        _ = Lite.EnsureIndex(RowDocument.Collection(RowKind.Mailbox), RowDocument.Tag, BsonExpression.Create("$." + RowDocument.Tag), unique: false);
        var meta = new BsonDocument { ["_id"] = 1, [SchemaVersion] = Schema };
        _ = found is null ? Lite.Insert(Meta, [meta], BsonAutoId.Int32) : Lite.Update(Meta, [meta]);
        _ = Lite.Commit();
        Checkpoint();
    }

    private string? SchemaProblem() => (ReadSchema(), File.Exists(_folder.Made)) switch
    {
        (Schema or SchemaWithoutMailboxes, _) or (null, false) => null,
        (null, true) => $"{_folder.Data}: says nothing about its schema, though a store was here; restore a backup.",
        var (schema, _) => $"{_folder.Data}: schema {schema}, this program knows {Schema}; start the version of the program that wrote it.",
    };

    private int? ReadSchema()
    {
        using var found = Lite.Query(Meta, new Query());
        return found.Read() ? found.Current[SchemaVersion].AsInt32 : null;
    }
}
