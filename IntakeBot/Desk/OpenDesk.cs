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
    private Task _syncing = Task.CompletedTask;

    private OpenDesk(Membership membership, RowCache cache, ExchangeClient? client, IRowSource rows, TimeSpan period, TimeProvider time)
    {
        (Membership, _cache, _client, Rows) = (membership, cache, client, rows);
        _book = new(membership, cache);
        Cases = new(membership, _book, cache, time);
        Work = new(membership, cache, client, time);
        if (client is not null)
        {
            Sync = new(client, cache, time) { Period = period };
        }
    }

    public Membership Membership { get; }

    public IRowSource Rows { get; }

    public ReplyDesk Replies => new(Rows, Membership);

    public CaseBook Cases { get; }

    public CaseLog Work { get; }

    /// <summary>Null where rows come from a bundle.</summary>
    public RowSync? Sync { get; }

    /// <summary>Takes <paramref name="identity"/> over; null, and every reason added, where it cannot start.</summary>
    public static OpenDesk? Start(DeskFolder folder, Identity identity, ExchangeProxy? proxy, TimeSpan period, TimeProvider time, ICollection<string> problems)
    {
        if (Membership.Read(identity, folder.ConfigFolder, folder.DataFolder, Day.Today(time), problems) is not { } membership)
        {
            identity.Dispose();
            return null;
        }

        _ = Directory.CreateDirectory(folder.CacheFolder);
        if (RowCache.Open(folder.CacheFolder, problems) is not { } cache)
        {
            membership.Dispose();
            return null;
        }

        var client = new ExchangeClient(membership.Roster.ExchangeAddress, identity.Signing, membership.Roster.ExchangeKey, time, proxy);
        var desk = new OpenDesk(membership, cache, client, new CachedRowSource(cache, client), period, time);
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

    public Task<bool> RemoveAsync(Case @case, CancellationToken cancellationToken) => TryAsync(() => new IntakeReader(Membership, Rows).RemoveAsync(@case.Place, cancellationToken));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _syncing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
        if (Sync is null)
        {
            return;
        }

        Sync.Mailboxes = _book.Mailboxes;
        _syncing = Sync.RunAsync(_stop.Token);
    }

    private void Take(RowChanges changes)
    {
        _book.Refresh(changes.Intakes);
        Sync!.Mailboxes = _book.Mailboxes;
        Cases.Draw(atStart: Sync.State.Answered is null, events: changes.Of(RowKind.Event).Count > 0);
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
