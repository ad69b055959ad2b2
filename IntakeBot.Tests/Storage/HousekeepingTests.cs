using IntakeBot.Cli;
using IntakeBot.Core.Hotline;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Exchange;
using IntakeBot.Tests.Exchange;
using IntakeBot.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Storage;

/// <summary>What serve does once an hour, under a clock that does as it likes.</summary>
public sealed class HousekeepingTests : StoreCase
{
    private readonly LogCollector _log = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly HotRow _last;
    private readonly HotRow _open;
    private Retention _retention = new();
    private ExchangeLog _exchangeLog = null!;

    public HousekeepingTests()
    {
        _last = Hot(expires: Now);
        _open = Hot(expires: Now.Plus(Format.DaysKept));
    }

    private Day Now => Day.Today(_time);

    [Theory]
    [InlineData(3652)]
    [InlineData(-3652)]
    [InlineData(3)]
    public Task A_clock_that_jumps_deletes_nothing_and_says_so(int days) => RunAsync(async (store, book) =>
    {
        await PassAsync(days);
        await UntilAsync(() => Doubts() > 0);

        Assert.NotNull(store.Find<HotRow>(_last.Place));
        Assert.NotNull(store.FindHot(_open.Door));
        Assert.Equal(Now.Plus(-days), book.Believed);
        Assert.Contains(_log.Lines, l => l.StartsWith("Error", StringComparison.Ordinal) && l.Contains("--clock-is-right", StringComparison.Ordinal));
    });

    [Fact]
    public Task A_day_that_follows_removes_what_is_over_and_nothing_else() => RunAsync(async (store, book) =>
    {
        await PassAsync(1);
        await UntilAsync(() => book.Believed == Now);

        Assert.Null(store.Find<HotRow>(_last.Place));
        Assert.NotNull(store.FindHot(_open.Door));
        Assert.Equal(0, Doubts());
    });

    [Fact]
    public Task Doors_close_when_the_day_after_the_consent_is_over() => RunAsync(async (store, book) =>
    {
        await PassAsync(1);
        await UntilAsync(() => book.Believed == Now);
        Assert.NotNull(store.FindHot(_open.Door));

        await PassAsync(1);
        await UntilAsync(() => book.Believed == Now);
        Assert.Null(store.FindHot(_open.Door));
        var closed = store.Find<HotRow>(_open.Place)!.Version;

        await PassAsync(0);
        await PassAsync(1);
        await UntilAsync(() => book.Believed == Now);
        Assert.Equal(closed, store.Find<HotRow>(_open.Place)!.Version);
    });

    [Fact]
    public Task Replies_mailboxes_and_tombstones_go_by_the_setting()
    {
        _retention = new() { IntakeDays = 30, ReplyDays = 9, MailboxDays = 40, TombstoneDays = 200 };
        return RunAsync(async (store, book) =>
        {
            await UntilAsync(() => book.Believed == Now);
            var mailbox = Letters(Now);
            var (due, kept) = (Tombstone.Of(Place.Random(), Now.Plus(-200)), Tombstone.Of(Place.Random(), Now.Plus(-199)));
            Assert.True(await store.CommitAsync(Put(mailbox).Put(due, null).Put(kept, null)));

            await PassAsync(1);
            await UntilAsync(() => book.Believed == Now);

            Assert.Equal(Now.Plus(40), store.Find<Mailbox>(mailbox.Place)!.Expires);
            Assert.All(store.Find<Mailbox>(mailbox.Place)!.Replies, r => Assert.Equal(Now.Plus(9), r.LastDay));
            Assert.Equal([kept.Place], store.Manifest(RowKind.Tombstone, null, 9).Select(e => e.Place));
        });
    }

    [Fact]
    public Task Once_a_day_what_lies_where_somebody_erased_is_removed() => RunAsync(async (store, book) =>
    {
        await UntilAsync(() => book.Believed == Now);
        var later = Letters(Now.Plus(-31));
        Assert.True(await store.CommitAsync(Put(Tombstone.Of(_open.Place, Now)).Put(later, null)));
        await PassAsync(0);
        await UntilAsync(() => store.Find<Mailbox>(later.Place)!.Version != later.Version);
        Assert.NotNull(store.FindHot(_open.Door));

        await PassAsync(1);
        await UntilAsync(() => book.Believed == Now);

        Assert.Null(store.FindHot(_open.Door));
        Assert.Contains(_log.Lines, l => l.Contains("Removed 1 rows that had been erased", StringComparison.Ordinal));
    });

    [Fact]
    public Task Whoever_says_that_the_clock_is_right_is_believed() => RunAsync(async (store, book) =>
    {
        await PassAsync(10);
        await UntilAsync(() => Doubts() > 0);
        Assert.NotNull(store.Find<HotRow>(_last.Place));

        book.Accept(Now);
        await PassAsync(0);
        await UntilAsync(() => book.DoorsClosed == Now.Plus(-2));

        Assert.Null(store.Find<HotRow>(_last.Place));
    });

    [Fact]
    public Task The_exchanges_log_is_cut_after_a_year_that_is_believed() => RunAsync(async (_, book) =>
    {
        for (var day = 0; day < 2; day++)
        {
            _exchangeLog.Count(LogCase.Member(0), Core.Exchange.ExchangeLogKind.Roster);
            await PassAsync(1);
            await UntilAsync(() => book.Believed == Now);
            Assert.NotNull(_exchangeLog.Page(0));
        }

        await PassAsync(400);
        await UntilAsync(() => Doubts() > 0);
        Assert.Equal(1u, _exchangeLog.Page(0).First);

        book.Accept(Now);
        await PassAsync(0);
        await UntilAsync(() => _exchangeLog.Page(0).First == 2);
    });

    [Fact]
    public Task Where_less_is_kept_doors_close_on_the_same_day()
    {
        _retention = new() { IntakeDays = 7 };
        DayBook.Open(Folder, Now).Keep(Now, 7);
        return RunAsync(async (store, book) =>
        {
            var open = Hot(expires: Now.Plus(7));
            Assert.True(await store.CommitAsync(Put(open)));

            await PassAsync(1);
            await UntilAsync(() => book.Believed == Now);
            Assert.NotNull(store.FindHot(open.Door));

            await PassAsync(1);
            await UntilAsync(() => book.Believed == Now);
            Assert.Null(store.FindHot(open.Door));
        });
    }

    [Fact]
    public Task A_moved_clock_leaves_earlier_questionnaires_on_the_shelf() => RunAsync(async (_, book) =>
    {
        var shelf = new ShelfFolder(Folder);
        var served = Path.Combine(Assert.Single(Directory.GetDirectories(File("questionnaires"))), "served-on");
        await PassAsync(400);
        await UntilAsync(() => Doubts() > 0);

        Assert.Equal($"{Now.Plus(-400).Number}", await System.IO.File.ReadAllTextAsync(served));
        var changed = File("changed");
        foreach (var file in Directory.GetFiles(Repository.Path("config"), "*.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(changed, Path.GetRelativePath(Repository.Path("config"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            await System.IO.File.WriteAllTextAsync(copy, await System.IO.File.ReadAllTextAsync(file) + "# changed\n");
        }

        var current = Core.Questionnaires.QuestionnaireFolder.Read(changed).Value!;
        var open = shelf.Open(current, changed, book.Safe(Now));
        Assert.NotNull(open.Find(QuestionnaireHash.Of(ShippedQuestionnaire.Value.Canonical.Span)));
    });

    /// <summary>Moves the clock as somebody's hand does, then lets an hour pass.</summary>
    private async Task PassAsync(int days)
    {
        await Task.Delay(20);
        _time.AdjustTime(_time.GetUtcNow().AddDays(days).AddHours(days == 0 ? 0 : -1));
        _time.Advance(TimeSpan.FromHours(1));
    }

    private int Doubts() => _log.Lines.Count(l => l.Contains("Nothing is deleted", StringComparison.Ordinal));

    private async Task RunAsync(Func<SealedStore, DayBook, Task> test)
    {
        var book = DayBook.Open(Folder, Now);
        await using var store = Open();
        Assert.True(await store.CommitAsync(Put(_last).Put(_open, expected: null)));
        var folder = new ShelfFolder(Folder);
        var shelf = folder.Open(ShippedQuestionnaire.Value, Repository.Path("config"), Now);
        using var loggers = new LoggerFactory([_log]);
        _exchangeLog = ExchangeLog.Open(File("exchange"), _time, loggers.CreateLogger<ExchangeLog>());
        using var keeping = new Housekeeping(store, book, _retention, folder, shelf, _exchangeLog, _time, loggers.CreateLogger<Housekeeping>());
        await keeping.StartAsync(default);
        await UntilAsync(() => book.DoorsClosed == Now.Plus(-2));
        await test(store, book);
        await keeping.StopAsync(default);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var tries = 0; !condition(); tries++)
        {
            Assert.True(tries < 500, "Waited 10 s in vain.");
            await Task.Delay(20);
        }
    }
}
