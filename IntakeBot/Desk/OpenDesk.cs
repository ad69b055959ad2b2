using IntakeBot.Core.Exchange;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Desk;

/// <summary>All that exists only while the desk is open: keys, opened cases, the talk with the server. Locking disposes it.</summary>
internal sealed class OpenDesk : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly RowCache _cache;
    private readonly ExchangeClient? _client;
    private readonly IntakeBook _book;
    private readonly MemoDesk _letters;
    private Task _running = Task.CompletedTask;
    private Task _reading = Task.CompletedTask;

    private OpenDesk(Membership membership, RowCache cache, ExchangeClient? client, IRowSource rows, TimeSpan period, TimeProvider time)
    {
        (Membership, _cache, _client, Rows) = (membership, cache, client, rows);
        _book = new(membership, cache);
        Cases = new(membership, _book, cache, time);
        Memos = new(membership, cache);
        _letters = new(membership, rows, time);
        Work = new(membership, cache, rows, _letters, time);
        Urgent = new(Cases, time.GetUtcNow());
        Passing = new(membership, rows, () => [.. Cases.Sheet.Cases.Select(c => c.Place)], async () => Server is { } server && await server.IsOutdatedAsync(_stop.Token), time, _stop.Token);
        Sync = client is null ? null : new(client, cache, time) { Period = period, Shape = membership.Member.IsRecipient ? RoundShape.Shipped : RoundShape.Auditor };
    }

    public Membership Membership { get; }

    public IRowSource Rows { get; }

    public ReplyDesk Replies => new(Rows, Membership);

    public CaseBook Cases { get; }

    public CaseLog Work { get; }

    public MemoBook Memos { get; }

    public UrgentWatch Urgent { get; }

    public PassingOn Passing { get; }

    /// <summary>Null where rows come from a bundle.</summary>
    public RowSync? Sync { get; }

    /// <summary>Null where rows come from a bundle.</summary>
    public ServerWatch? Server { get; private init; }

    /// <summary>Runs while the desk finds out why the server lets it in no longer.</summary>
    private Task Why { get; set; } = Task.CompletedTask;

    /// <summary>Takes <paramref name="identity"/> over; null, and every reason added, where it cannot start.</summary>
    public static OpenDesk? Start(DeskFolder folder, Identity identity, ExchangeProxy? proxy, TimeSpan period, TimeProvider time, ICollection<string> problems)
    {
        if (Membership.Read(identity, folder.ConfigFolder, folder.DataFolder, Day.Today(time), problems) is not { } membership)
        {
            identity.Dispose();
            return null;
        }

        _ = Directory.CreateDirectory(folder.CacheFolder);
        if (PendingEvents.Open(folder.PendingFile, problems) is not { } pending || RowCache.Open(folder.CacheFolder, problems) is not { } cache)
        {
            membership.Dispose();
            return null;
        }

        cache.Apply(pending.Rows, []);
        var client = new ExchangeClient(membership.Roster.ExchangeAddress, identity.Signing, membership.Roster.ExchangeKey, time, proxy);
        var desk = new OpenDesk(membership, cache, client, new CachedRowSource(cache, client, pending, time), period, time) { Server = new(client, membership, folder, time) };
        desk.Sync!.Pending = pending;
        pending.Taken = (row, stop) => desk.Work.WriteAgainAsync(row, desk.Cases.Sheet.Cases, stop);
        desk.Begin();
        return desk;
    }

    /// <summary>Puts a signed reply into her mailbox and writes down that it went. False where the server does not take it, or is away.</summary>
    public async Task<bool> PutReplyAsync(Case @case, SignedReply reply, CancellationToken cancellationToken)
    {
        if (!await TryAsync(() => Replies.PutAsync(reply, cancellationToken)))
        {
            return false;
        }

        // It is in her mailbox, whatever becomes of the log: her answer names it too.
        _ = await Work.TryRecordAsync(@case, new EventBody.ReplySent(ReplyAnswers.NameOf(reply.Reply.Id)), cancellationToken);
        return true;
    }

    /// <summary>Null where there is no server, it does not answer, or its log cannot be read.</summary>
    public async Task<ExchangeLogReading?> ReadLogAsync(HeadPin? pin, CancellationToken cancellationToken)
    {
        try
        {
            return _client is null ? null : await _client.ReadLogAsync(pin, cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>To everybody of this desk; how many have it.</summary>
    public async Task<int> WriteMemoAsync(MemoBody body, CancellationToken cancellationToken)
    {
        var count = await _letters.WriteAsync(body, _letters.Colleagues, cancellationToken);
        ReadMemos();
        return count;
    }

    public async Task<bool> RemoveAsync(Case @case, CancellationToken cancellationToken)
    {
        var mark = @case.Key.Mark;
        if (!await TryAsync(() => new IntakeReader(Membership, Rows).RemoveAsync(@case.Place, cancellationToken)))
        {
            return false;
        }

        _ = await _letters.WriteAsync(new MemoBody.Trace(mark, default, MemoBody.Trace.Removed), _letters.Auditors, cancellationToken);
        return true;
    }

    /// <summary>
    /// The same from a file of 'intakes export' and perhaps outboxes of colleagues, without a server. What is done goes into the outbox of the folder.
    /// </summary>
    public static OpenDesk? Start(DeskFolder folder, Identity identity, IReadOnlyList<string> files, TimeProvider time, ICollection<string> problems)
    {
        using var bundle = BundleFolder.Open(files[0], null, folder.ConfigFolder, problems);
        if (bundle is null || Membership.Read(identity, bundle.ConfigFolder, bundle.ConfigFolder, bundle.Bundle.Day, problems) is not { } membership)
        {
            identity.Dispose();
            return null;
        }

        var outboxes = files.Skip(1).Select(f => (Name: f, Bundle: BundleFile.Decode(File.ReadAllBytes(f)))).ToList();
        foreach (var (name, _) in outboxes.Where(o => o.Bundle is null))
        {
            problems.Add($"{name}: is not a whole bundle; copy it again from where it was made");
        }

        if (Directory.Exists(folder.BundleCacheFolder))
        {
            Directory.Delete(folder.BundleCacheFolder, recursive: true);
        }

        _ = Directory.CreateDirectory(folder.BundleCacheFolder);
        if (problems.Count > 0 || RowCache.Open(folder.BundleCacheFolder, problems) is not { } cache)
        {
            membership.Dispose();
            return null;
        }

        var rows = bundle.Bundle.Rows.SelectMany(r => new SealedRow[] { r.Cold, r.Hot }).Concat(bundle.Bundle.Mailboxes).Concat(bundle.Bundle.Tombstones);
        cache.Apply([.. rows, .. bundle.Bundle.Events, .. outboxes.SelectMany(o => o.Bundle!.Events)], []);
        var desk = new OpenDesk(membership, cache, null, new OutboxRowSource(cache, folder.OutboxFile, Day.Today(time)), default, time);
        desk.Begin();
        return desk;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Passing.Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Why.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Rows.DisposeAsync();
        Work.Dispose();
        _client?.Dispose();
        _cache.Dispose();
        _book.Dispose();
        Membership.Dispose();
        _stop.Dispose();
    }

    private void Begin()
    {
        _book.OpenAll();
        Cases.Draw(atStart: true, events: true);
        _cache.Changed = Take;
        _reading = Task.Run(ReadMemos);
        if (Sync is null)
        {
            return;
        }

        Sync.Mailboxes = _book.Mailboxes;
        Sync.Told = state => Why = state is { Total: 0, Outcome: SyncOutcome.Refused or SyncOutcome.Unreadable } ? Server!.AskWhyAsync(_stop.Token) : Task.CompletedTask;
        _running = Task.WhenAll(Sync.RunAsync(_stop.Token), Server!.RunAsync(_stop.Token));
    }

    /// <summary>What belongs to a case is not tried.</summary>
    private void ReadMemos()
    {
        var others = Cases.Sheet.Cases.SelectMany(c => c.Key.Walk(p => _cache.Find<EventRow>(RowKind.Event, p) is not null)).Select(e => e.Place).ToHashSet();
        if (Memos.Refresh(others))
        {
            Cases.Draw(atStart: false, events: false);
        }
    }

    private void Take(RowChanges changes)
    {
        _book.Refresh(changes.Intakes);
        if (Sync is not null)
        {
            Sync.Mailboxes = _book.Mailboxes;
        }

        var hasEvents = changes.Of(RowKind.Event).Count > 0;
        Cases.Draw(atStart: Sync is { State.Answered: null }, events: hasEvents);
        if (hasEvents)
        {
            ReadMemos();
        }
    }

    private static async Task<bool> TryAsync(Func<Task<bool>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception failure) when (failure is HttpRequestException or InvalidDataException)
        {
            return false;
        }
    }
}
