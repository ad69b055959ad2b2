using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;
using IntakeBot.Exchange;
using IntakeBot.Tests.Sealing;
using IntakeBot.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace IntakeBot.Tests.Reading;

/// <summary>Through real HTTP, with every byte of it counted.</summary>
public sealed class RowSyncTests : IAsyncLifetime
{
    private SyncCase _case = null!;

    public async ValueTask InitializeAsync() => _case = await SyncCase.StartAsync();

    public ValueTask DisposeAsync() => _case.DisposeAsync();

    [Fact]
    public async Task Rounds_with_and_without_news_look_alike_byte_by_byte()
    {
        var rows = await _case.AddAsync(20);
        Mailbox[] boxes = [await _case.AddMailboxAsync(), await _case.AddMailboxAsync(), await _case.AddMailboxAsync()];
        await _case.CommitAsync(c => c.Erase(rows[0].Cold.Place, RosterSetup.Today));
        await _case.AddEventsAsync(3);
        _case.Sync.Mailboxes = boxes.Select(b => b.Place).ToHashSet();
        Assert.Equal(SyncOutcome.Done, (await _case.Sync.RoundAsync(default)).Outcome);
        _ = await RoundAsync();

        var quiet = await RoundAsync();
        var pressed = new[] { rows[1].Hot.Closed(), rows[2].Hot.Closed() };
        await _case.CommitAsync(c => c.Put(pressed[0], rows[1].Hot.Version).Put(pressed[1], rows[2].Hot.Version));
        await _case.CommitAsync(c => c.Erase(rows[3].Cold.Place, RosterSetup.Today));
        var (begun, _) = await _case.Rig.AddAsync();
        var changes = new List<RowChanges>();
        _case.Cache.Changed = changes.Add;
        var news = await RoundAsync();
        var after = await RoundAsync();

        Assert.Equal(_case.Sync.Shape.RowsPerRound, quiet.Lines.Count(l => l.StartsWith("GET /v1/rows", StringComparison.Ordinal)));
        Assert.DoesNotContain("HTTP/1.1 404", quiet.Lines);
        Assert.Equal(quiet.Lines, news.Lines);
        Assert.Equal(quiet.Lines, after.Lines);
        Assert.Equal((quiet.Bytes, quiet.Bytes), (news.Bytes, after.Bytes));
        Assert.Equal(
            [.. new[] { rows[1].Hot.Place, rows[2].Hot.Place, rows[3].Hot.Place, begun.Place }.OrderBy(p => p.Value)],
            changes.SelectMany(c => c.Intakes).Distinct().OrderBy(p => p.Value));
        Assert.Equal(pressed[0].Version, _case.Cache.Find<HotRow>(RowKind.Hot, pressed[0].Place)!.Version);
        Assert.NotNull(_case.Cache.Find<ColdRow>(RowKind.Cold, begun.Place));
    }

    [Fact]
    public async Task What_a_person_erased_is_gone_from_the_desk_after_one_round()
    {
        var rows = await _case.AddAsync(3);
        await _case.Sync.RoundAsync(default);
        await _case.Sync.RoundAsync(default);
        Assert.True(_case.Folder.Holds(rows[0].Cold) && _case.Folder.Holds(rows[0].Hot));

        await _case.CommitAsync(c => c.Erase(rows[0].Cold.Place, RosterSetup.Today));
        await _case.Sync.RoundAsync(default);

        Assert.False(_case.Folder.Holds(rows[0].Cold) || _case.Folder.Holds(rows[0].Hot));
        Assert.NotNull(_case.Cache.Find<Tombstone>(RowKind.Tombstone, rows[0].Cold.Place));
        Assert.True(_case.Folder.Holds(rows[1].Cold));
    }

    [Fact]
    public async Task Much_that_is_missing_comes_at_once_and_a_restart_does_not_ask_for_it_again()
    {
        var rows = await _case.AddAsync(40);
        var told = new List<SyncState>();
        _case.Sync.Told = told.Add;

        await _case.Sync.RoundAsync(default);

        Assert.Equal(rows.Select(r => r.Cold.Place).OrderBy(p => p.Value), _case.Cache.Places(RowKind.Cold));
        Assert.Equal(rows.Select(r => r.Cold.Place).OrderBy(p => p.Value), _case.Cache.Places(RowKind.Hot));
        Assert.Equal(new SyncState(SyncOutcome.None, 0, 80), told[0]);
        Assert.False(told[^1].IsCatchingUp);
        Assert.Equal(80 + _case.Sync.Shape.RowsPerRound, _case.RowsAsked());
        _case.Restart();
        Assert.Equal(40, _case.Cache.Places(RowKind.Hot).Count);
        await _case.Sync.RoundAsync(default);
        Assert.Equal(_case.Sync.Shape.RowsPerRound, _case.RowsAsked());
    }

    [Fact]
    public async Task A_server_that_is_away_costs_nothing_of_what_is_cached_and_is_asked_again()
    {
        var (cold, _) = await _case.Rig.AddAsync();
        await _case.Sync.RoundAsync(default);
        await _case.LeaveAsync();
        Assert.Equal(SyncOutcome.Away, (await _case.Sync.RoundAsync(default)).Outcome);
        Assert.NotNull(_case.Sync.State.Answered);
        Assert.NotNull(_case.Cache.Find<ColdRow>(RowKind.Cold, cold.Place));

        var (later, _) = await _case.Rig.AddAsync();
        _case.Return();

        Assert.Equal(SyncOutcome.Done, (await _case.Sync.RoundAsync(default)).Outcome);
        Assert.NotNull(_case.Cache.Find<ColdRow>(RowKind.Cold, later.Place));
    }

    [Fact]
    public async Task Who_does_not_know_this_member_and_who_is_not_the_Exchange_are_told_apart_and_take_nothing()
    {
        var (cold, _) = await _case.Rig.AddAsync();
        await _case.Sync.RoundAsync(default);
        using var stranger = SigningKey.Draw();
        using var unknown = _case.Rig.Client(stranger);
        using var elsewhere = _case.Rig.Client(_case.Rig.Setup.Ada.Signing, stranger.Public);

        Assert.Equal(SyncOutcome.Refused, (await new RowSync(unknown, _case.Cache, _case.Rig.Time).RoundAsync(default)).Outcome);
        Assert.Equal(SyncOutcome.Unreadable, (await new RowSync(elsewhere, _case.Cache, _case.Rig.Time).RoundAsync(default)).Outcome);
        Assert.NotNull(_case.Cache.Find<ColdRow>(RowKind.Cold, cold.Place));
    }

    [Fact]
    public async Task A_mailbox_that_is_not_given_stays_and_is_left_in_peace_for_some_rounds_and_one_that_nobody_names_goes()
    {
        var (kept, left, third) = (await _case.AddMailboxAsync(), await _case.AddMailboxAsync(), await _case.AddMailboxAsync());
        _case.Sync.Mailboxes = new HashSet<Place> { kept.Place, left.Place, third.Place };
        await _case.Sync.RoundAsync(default);
        await _case.Sync.RoundAsync(default);
        Assert.Equal(3, _case.Cache.Places(RowKind.Mailbox).Count);

        await _case.CommitAsync(c => c.Remove(RowKind.Mailbox, kept.Place, null));
        _case.Sync.Mailboxes = new HashSet<Place> { kept.Place, third.Place };
        await _case.Sync.RoundAsync(default);
        _ = _case.Overheard();
        await _case.Sync.RoundAsync(default);

        Assert.Equal([.. new[] { kept.Place, third.Place }.OrderBy(p => p.Value)], _case.Cache.Places(RowKind.Mailbox));
        Assert.False(_case.Folder.Holds(left));
        var mailboxes = _case.Overheard().Lines;
        Assert.Equal(2, mailboxes.Count(l => l == $"Content-Length: {third.Encode().Length}"));
    }

    [Fact]
    public async Task A_mailbox_that_was_once_not_given_is_asked_for_again()
    {
        var late = StoreCase.Letters(RosterSetup.Today);
        _case.Sync.Mailboxes = new HashSet<Place> { late.Place };
        await _case.Sync.RoundAsync(default);
        await _case.CommitAsync(c => c.Put(late, null));

        await _case.Sync.RoundAsync(default);
        await _case.Sync.RoundAsync(default);
        Assert.Empty(_case.Cache.Places(RowKind.Mailbox));
        await _case.Sync.RoundAsync(default);

        Assert.Equal([late.Place], _case.Cache.Places(RowKind.Mailbox));
    }

    [Fact]
    public async Task Each_round_says_whether_the_desk_has_everything()
    {
        _ = await _case.AddAsync(6);
        var desks = _case.Rig.Services.GetRequiredService<DeskAcknowledgements>();
        DateTimeOffset Last() => desks.LastOf(_case.Rig.Roster, "hotline");
        var start = Last();

        _case.Rig.Time.Advance(TimeSpan.FromSeconds(20));
        await _case.Sync.RoundAsync(default);
        Assert.Equal(start, Last());
        Assert.Contains("PUT /v1/acknowledgement", _case.Overheard().Lines);
        for (var i = 0; i < 3; i++)
        {
            _case.Rig.Time.Advance(TimeSpan.FromSeconds(20));
            await _case.Sync.RoundAsync(default);
        }

        Assert.Equal(start + TimeSpan.FromSeconds(80), Last());
        Assert.Contains("PUT /v1/acknowledgement", _case.Overheard().Lines);
    }

    [Fact]
    public async Task A_reply_that_changed_a_mailbox_is_seen_when_its_turn_comes()
    {
        var boxes = new List<Mailbox>();
        for (var i = 0; i < 5; i++)
        {
            boxes.Add(await _case.AddMailboxAsync());
        }

        _case.Sync.Mailboxes = boxes.Select(b => b.Place).ToHashSet();
        for (var i = 0; i < 3; i++)
        {
            await _case.Sync.RoundAsync(default);
        }

        var changed = new HashSet<Place>();
        _case.Cache.Changed = c => changed.UnionWith(c.Mailboxes);
        foreach (var box in boxes)
        {
            await _case.CommitAsync(c => c.Put(box.WithReply(box.Replies[0].Reply, RosterSetup.Today), box.Version));
        }

        for (var i = 0; i < 3; i++)
        {
            await _case.Sync.RoundAsync(default);
        }

        Assert.Equal(boxes.Select(b => b.Place).ToHashSet(), changed);
    }

    private async Task<(IReadOnlyList<string> Lines, int Bytes)> RoundAsync()
    {
        _ = _case.Overheard();
        Assert.Equal(SyncOutcome.Done, (await _case.Sync.RoundAsync(default)).Outcome);
        return _case.Overheard();
    }
}
