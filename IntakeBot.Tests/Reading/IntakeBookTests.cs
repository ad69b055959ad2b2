using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Sealing;

namespace IntakeBot.Tests.Reading;

public sealed class IntakeBookTests : IAsyncLifetime
{
    private SyncCase _case = null!;

    public async ValueTask InitializeAsync() => _case = await SyncCase.StartAsync();

    public ValueTask DisposeAsync() => _case.DisposeAsync();

    [Fact]
    public async Task It_follows_the_cache_and_a_state_of_it_never_changes()
    {
        var book = new IntakeBook(MembershipCase.Of(_case.Rig.Setup), _case.Cache);
        var rows = await _case.AddAsync(3);
        await _case.Sync.RoundAsync(default);
        await _case.Sync.RoundAsync(default);
        book.OpenAll();
        var before = book.Intakes;
        Assert.Equal(3, before.Count);
        Assert.All(before.Values, i => Assert.NotNull(i.Opening.Reading));
        Assert.All(before.Values, i => Assert.Equal(RosterSetup.Today.Plus(Format.DaysKept), i.KeptUntil));
        _case.Cache.Changed = changes => book.Refresh([.. changes.Intakes]);

        await _case.CommitAsync(c => c.Erase(rows[0].Cold.Place, RosterSetup.Today));
        await _case.CommitAsync(c => c.Remove(RowKind.Cold, rows[1].Cold.Place, null).Remove(RowKind.Hot, rows[1].Cold.Place, null));
        await _case.Sync.RoundAsync(default);

        Assert.Equal(3, before.Count);
        Assert.Equal(RosterSetup.Today, book.Intakes[rows[0].Cold.Place].Opening.Erased);
        Assert.Null(book.Intakes[rows[0].Cold.Place].Opening.Reading);
        Assert.DoesNotContain(rows[1].Cold.Place, book.Intakes.Keys);
        Assert.Same(before[rows[2].Cold.Place], book.Intakes[rows[2].Cold.Place]);
    }

    [Fact]
    public async Task What_staff_do_goes_to_the_server_and_is_cached_when_it_returns()
    {
        var rows = await _case.AddAsync(2);
        var box = await _case.AddMailboxAsync();
        _case.Sync.Mailboxes = new HashSet<Place> { box.Place };
        await _case.Sync.RoundAsync(default);
        await _case.Sync.RoundAsync(default);
        await using var source = new CachedRowSource(_case.Cache, _case.Client, PendingEvents.Open(Path.Combine(_case.Folder.Path, "pending"), [])!, _case.Rig.Time);
        var setup = _case.Rig.Setup;
        var bare = new SignedReply { Mailbox = box.Place, Written = RosterSetup.Today, Reply = SealedReply.ThrowAway(box.Place), Signatures = [] };
        var reply = bare with
        {
            Signatures = [.. new[] { (setup.Ada, (byte)0), (setup.Ben, (byte)2) }.Select(m => SignedReply.Sign(bare.Mailbox, bare.Written, bare.Reply, m.Item2, m.Item1.Signing))],
        };
        Assert.True(await source.PutReplyAsync(reply, default));
        Assert.NotEqual(box.Version, (await source.FindMailboxAsync(box.Place, default))!.Version);

        var place = rows[0].Cold.Place;
        var token = IntakeRemover.Token(rows[0].Cold, setup.Ada.EpochSecretOf(rows[0].Cold.Epoch)!, 0)!;
        Assert.False(await source.RemoveAsync(place, new byte[32], default));
        Assert.NotNull((await source.FindAsync(place, default)).Cold);
        Assert.True(await source.RemoveAsync(place, token, default));
        Assert.Equal((null, null), await source.FindAsync(place, default));
        Assert.Equal(place, Assert.Single(await source.TombstonesAsync(default)).Place);
        Assert.False(_case.Folder.Holds(rows[0].Cold));
        Assert.Equal([rows[1].Cold.Place], await source.PlacesAsync(default));
    }

    [Fact]
    public async Task Who_puts_a_stanza_into_a_row_that_changed_sees_the_other_row()
    {
        _case.Rig.Setup.Members[1]!["since"] = RosterSetup.Today.ToString();
        _case.Rig.Setup.Sign();
        _case.Rig.Roster = _case.Rig.Setup.Good();
        var (cold, _) = await _case.Rig.AddAsync();
        await _case.Sync.RoundAsync(default);
        await using var source = new CachedRowSource(_case.Cache, _case.Client, PendingEvents.Open(Path.Combine(_case.Folder.Path, "pending"), [])!, _case.Rig.Time);
        var own = _case.Rig.Setup.Ada.EpochSecretOf(cold.Epoch)!;
        Resealed Made() => IntakeResealer.Reseal(cold, own, 0, 2, _case.Rig.Roster.Members[1].EpochKeys[cold.Epoch])!;
        Assert.True(await _case.Client.ReplaceStanzaAsync(cold, 2, Made(), default));

        Assert.False(await source.ReplaceStanzaAsync(cold, 2, Made(), default));
        var fresh = (await source.FindAsync(cold.Place, default)).Cold!;
        Assert.NotEqual(cold.Version, fresh.Version);
        Assert.True(await source.ReplaceStanzaAsync(fresh, 2, Made(), default));
        Assert.NotEqual(fresh.Version, (await source.FindAsync(cold.Place, default)).Cold!.Version);
    }
}
