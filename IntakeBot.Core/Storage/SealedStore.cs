using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Storage;

/// <summary>
/// Sealed rows on this machine's disk. What <see cref="CommitAsync"/> has answered with true survives any end of the
/// process; what was removed is gone from the files. One process, one writer; reads may come from any thread.
/// </summary>
public sealed class SealedStore : IAsyncDisposable
{
    private readonly StoreFolder _folder;
    private readonly FileStream _lock;
    private readonly StoreEngine _engine;
    private readonly StoreWriter _writer;
    private readonly ErasedBook _erased;
    private readonly DiskRoom _room;

    private SealedStore(StoreFolder folder, TimeProvider time, Func<long>? freeBytes)
    {
        _folder = folder;
        _room = new DiskRoom(folder.Folder, freeBytes);
        Refuse(folder.FolderProblems());
        _lock = folder.TakeLock();
        try
        {
            Refuse(folder.FileProblems());
            _engine = StoreEngine.Open(folder);
            _erased = ErasedBook.Open(folder);
            folder.Mark();
            _writer = new StoreWriter(_engine, _erased, time);
        }
        catch
        {
            _engine?.Dispose();
            _lock.Dispose();
            throw;
        }
    }

    /// <summary>Completes when engine or disk have failed: end the process with <see cref="StoreException.StartAgain"/>.</summary>
    public Task<StoreException> Failure => _writer.Failure;

    /// <summary>Rows that were met damaged since the store was opened.</summary>
    public IReadOnlyCollection<DamagedRow> Damaged => [.. _writer.Reader.Damaged.Keys];

    /// <summary>
    /// Rows of erased intakes that were found and removed when the store was opened: an older data file was put back, or the last process died in the
    /// middle of an erasure.
    /// </summary>
    public int BuriedAtOpening { get; private set; }

    /// <summary>False: nothing new is to be begun, so that what is open can go on; see <see cref="DiskRoom"/>.</summary>
    public bool HasRoom => _room.IsEnough;

    /// <summary>What the data folder's disk has left; null where it does not say.</summary>
    public long? FreeBytes => _room.FreeBytes;

    /// <summary>How long the store's files are together.</summary>
    public long FileBytes => _folder.FileBytes;

    /// <summary>Opens the store of <paramref name="folder"/>, or makes it at the first start. <paramref name="freeBytes"/> null asks the disk itself.</summary>
    public static SealedStore Open(string folder, TimeProvider time, Func<long>? freeBytes = null)
    {
        var store = new SealedStore(new StoreFolder(folder), time, freeBytes);
        try
        {
            store.BuriedAtOpening = Task.Run(store.BuryAsync).GetAwaiter().GetResult();
            return store;
        }
        catch
        {
            Task.Run(() => store.DisposeAsync().AsTask()).GetAwaiter().GetResult();
            throw;
        }
    }

    /// <summary>False: <see cref="Open"/> would make a new store there.</summary>
    public static bool Exists(string folder) => File.Exists(new StoreFolder(folder).Made);

    /// <summary>Keeps everybody else from the store until it is disposed; null where somebody has it. For who wants to destroy it.</summary>
    public static IDisposable? TryHold(string folder)
    {
        try
        {
            return new StoreFolder(folder).TakeLock();
        }
        catch (StoreException)
        {
            return null;
        }
    }

    /// <summary>All that would stop <see cref="Open"/> now, for an operator to read. Changes nothing.</summary>
    public static IReadOnlyList<string> Problems(string folder)
    {
        var files = new StoreFolder(folder);
        var problems = files.FolderProblems().ToList();
        if (problems.Count > 0)
        {
            return problems;
        }

        try
        {
            using var held = files.TakeLock();
            problems = [.. files.FileProblems()];
            return problems.Count == 0 && File.Exists(files.Data) && StoreEngine.SchemaProblem(files) is { } problem ? [problem] : problems;
        }
        catch (StoreException refusal)
        {
            return [refusal.Message];
        }
    }

    /// <summary>What an operator must know of the list of erased places before <see cref="Open"/> makes it whole; null: nothing. Changes nothing.</summary>
    public static string? Doubt(string folder) => ErasedBook.Doubt(folder);

    public HotRow? FindHot(Door door) => _writer.Recent.Find(door) ?? _writer.Reader.Find(door);

    /// <summary>Null when there is none, and when there is but damaged: then <see cref="Damaged"/> names it.</summary>
    public T? Find<T>(Place place)
        where T : SealedRow =>
        (T?)_writer.Reader.Find(RowDocument.KindOf<T>(), place);

    /// <summary>
    /// Where the case events of the intake with this A lie, damaged ones too: what is to be removed with it. Each author's up to the first gap, and
    /// a bounded number of each, so that the commit is one that others can wait for.
    /// </summary>
    public IReadOnlyList<Place> EventsOf(ReadOnlySpan<byte> after) =>
        [.. EventPlace.Walk(after, place => _writer.Reader.Look(RowKind.Event, place) is not null).Select(e => e.Place)];

    /// <summary>
    /// The mailbox of that tag; where there is none, another one, so that both take the same reads and the same work: look at its tag. Null
    /// where there is no mailbox at all, or a damaged one was met.
    /// </summary>
    public Mailbox? FindNearest(MailboxTag tag) => _writer.Reader.Nearest(tag);

    /// <summary>What is stored, in the order of places; go on after the last one until a page is empty.</summary>
    public IReadOnlyList<ManifestEntry> Manifest(RowKind kind, Place? after, int limit) =>
        [.. _writer.Reader.Page(kind, after, limit).Select(d => new ManifestEntry(RowDocument.PlaceOf(d), RowDocument.VersionOf(d)))];

    /// <summary>True: all of it is on the disk. False: a row was not of the expected version, or a door was taken; nothing was written.</summary>
    public Task<bool> CommitAsync(Change change) => _writer.CommitAsync(change);

    /// <summary>
    /// Ends when the writer has answered a change that changes nothing and a page of zeros has come to the disk: what a commit takes now, whether or not
    /// anybody is there. Throws an <see cref="IOException"/> where the disk refuses.
    /// </summary>
    public async Task ProbeAsync()
    {
        _ = await CommitAsync(new());
        _folder.WriteProbe();
    }

    /// <summary>
    /// Removes every row whose last day lies before <paramref name="today"/> and says how many went. Tombstones stay until
    /// <paramref name="tombstoneDays"/> after the erasure are over: their own last day counts the shipped number.
    /// </summary>
    public async Task<int> RemoveExpiredAsync(Day today, int tombstoneDays = Format.TombstoneDays)
    {
        var removed = await new RowSweep(_writer).RemoveExpiredAsync(today, StonesBefore(today, tombstoneDays));
        _erased.DropBefore(StonesBefore(today, tombstoneDays));
        return removed;
    }

    /// <summary>Removes again, and says how many, rows that lie where somebody has erased; see <see cref="BuriedAtOpening"/>.</summary>
    public Task<int> BuryAsync() => new Burial(_writer, _erased).RepeatAsync();

    /// <summary>
    /// Makes replies whose last day lies before <paramref name="today"/> throw-away ones, lets no reply and no mailbox be kept longer than
    /// <paramref name="days"/> say, and tells in how many mailboxes something was to be done.
    /// </summary>
    public Task<int> SweepRepliesAsync(Day today, ReplyDays? days = null) => new RowSweep(_writer).SweepRepliesAsync(today, days ?? ReplyDays.Shipped);

    /// <summary>
    /// Cuts every way from a chat to the conversations begun after <paramref name="after"/> and up to <paramref name="through"/>:
    /// door and blob become random bytes. The answers stay. No column tells a closed row, so name each day once. No column tells when it
    /// was begun either: <paramref name="daysKept"/> days before its last one.
    /// </summary>
    public Task<int> CloseDoorsAsync(Day? after, Day through, int daysKept) => new RowSweep(_writer).CloseDoorsAsync(after, through, daysKept);

    /// <summary>No row of an intake is kept past <paramref name="last"/>: those that were to be end with that day. Afterwards their last day does not tell when they were begun.</summary>
    public Task<int> EndByAsync(Day last) => new RowSweep(_writer).EndByAsync(last);

    /// <summary>
    /// Puts a throw-away stanza at each of <paramref name="places"/> of every cold row, and says how many rows were written. Rows that are
    /// put meanwhile may be missed. Damaged rows stay as they are: <see cref="Damaged"/> names them.
    /// </summary>
    public Task<int> VacateAsync(IReadOnlyCollection<byte> places, CancellationToken cancellationToken) =>
        new RowSweep(_writer).VacateAsync(places, cancellationToken);

    /// <summary>
    /// Writes all rows of one moment and the small files of the folder, for a backup, while everything else goes on; blocks until it is written.
    /// Of every conversation door and blob are random bytes. One copy at a time.
    /// </summary>
    public CopyCounts WriteCopy(CopyWriter to) => StoreCopy.Write(_folder.Folder, _writer.Snapshot, to);

    /// <summary>Looks at every row of one moment, while everything else goes on; <paramref name="before"/>: of which rows to count that they are over.</summary>
    public ScrubReport Scrub(Day before)
    {
        using var snapshot = _writer.Snapshot();
        return new RowScrub(_writer.Reader, before).Run(snapshot);
    }

    /// <summary>Removes what ends before <paramref name="before"/>, whatever today is, and says how many rows went. Tombstones stay: older copies need them.</summary>
    public Task<int> PurgeAsync(Day before) => new RowSweep(_writer).RemoveExpiredAsync(before, stonesBefore: new(0));

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        if (Failure.IsCompleted)
        {
            _engine.Abandon();
        }
        else
        {
            _engine.Dispose();
        }

        await _lock.DisposeAsync();
    }

    private static Day StonesBefore(Day today, int tombstoneDays) => new((ushort)Math.Max(0, today.Number - (tombstoneDays - Format.TombstoneDays)));

    private static void Refuse(IEnumerable<string> problems)
    {
        if (problems.FirstOrDefault() is { } problem)
        {
            throw new StoreException(problem);
        }
    }
}
