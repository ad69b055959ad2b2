using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Tests.Sealing;

namespace IntakeBot.Tests.Storage;

/// <summary>A case event is written once, found, expired, and erased with the intake that it is of.</summary>
public sealed class EventStoreTests : StoreCase
{
    private readonly EventCase _case = new();

    private ColdRow Intake => _case.Letters.Intake.Cold;

    [Fact]
    public async Task It_is_put_where_nothing_is_and_never_written_over()
    {
        var (row, other) = (_case.Seal("first"), _case.Seal("second"));
        await using (var store = Open())
        {
            Assert.True(await EventCommit.PutAsync(store, row));
            Assert.True(await EventCommit.PutAsync(store, row));
            Assert.False(await EventCommit.PutAsync(store, other));
            Assert.True(await EventCommit.PutAsync(store, _case.Seal("second", counter: 1)));
        }

        await using var again = Open();
        Assert.Equal(row.Encode(), again.Find<EventRow>(row.Place)!.Encode());
        Assert.Contains(new(row.Place, row.Version), again.Manifest(RowKind.Event, null, 9));
        Assert.Equal(2, again.Manifest(RowKind.Event, null, 9).Count);
        Assert.Empty(again.Manifest(RowKind.Hot, null, 9));
    }

    [Fact]
    public async Task Of_many_at_one_place_one_is_kept_and_who_wrote_it_is_told()
    {
        var rows = Enumerable.Range(0, 20).Select(i => _case.Seal($"{i}")).ToList();
        await using var store = Open();

        var put = await Task.WhenAll(rows.Select(r => EventCommit.PutAsync(store, r)));

        Assert.Equal(rows[Array.IndexOf(put, true)].Encode(), store.Find<EventRow>(rows[0].Place)!.Encode());
        Assert.Single(put, true);
    }

    [Fact]
    public void A_day_that_nobody_would_write_today_is_not_due()
    {
        var row = _case.Seal("x");

        Assert.Equal(
            [false, true, true, true, false],
            new[] { -2, -1, 0, 180, 181 }.Select(days => EventCommit.IsDue(row, RosterSetup.Today.Plus(days))));
    }

    [Fact]
    public async Task It_goes_after_its_last_day_and_leaves_nothing()
    {
        var (old, kept) = (_case.Seal("old"), _case.Seal("kept", EventCase.Ben));
        await using var store = Open();
        Assert.True(await EventCommit.PutAsync(store, old));
        Assert.Equal(0, await store.RemoveExpiredAsync(old.Expires));
        Assert.True(await EventCommit.PutAsync(store, kept));

        Assert.Equal(2, await store.RemoveExpiredAsync(old.Expires.Plus(1)));

        Assert.Empty(store.Manifest(RowKind.Event, null, 9));
        Assert.Equal(0, Traces(old));
    }

    [Fact]
    public async Task Erasing_takes_all_of_this_intake_s_and_none_of_another_s()
    {
        using var other = new EventCase();
        var own = new[] { _case.Seal("a"), _case.Seal("b", counter: 1), _case.Seal("c", EventCase.Ben), _case.Seal("d", 31) }.ToList();
        var (behindGap, theirs) = (_case.Seal("e", counter: 3), other.Seal("f"));
        await using var store = Open();
        foreach (var row in own.Append(behindGap).Append(theirs))
        {
            Assert.True(await EventCommit.PutAsync(store, row));
        }

        Assert.True(await store.CommitAsync(Put(Intake)));
        using var mailbox = _case.Letters.Open();
        Assert.Equal(own.Select(r => r.Place).Order(Comparer<Place>.Create((a, b) => a.Value.CompareTo(b.Value))), store.EventsOf(mailbox.After).OrderBy(p => p.Value));
        Assert.True(await store.CommitAsync(new Change().Erase(Intake.Place, Today, _case.Letters.Row.Place, store.EventsOf(mailbox.After))));

        Assert.All(own, r => Assert.Null(store.Find<EventRow>(r.Place)));
        Assert.All(own, r => Assert.Equal(0, Traces(r)));
        Assert.NotNull(store.Find<Tombstone>(Intake.Place));
        Assert.Equal(new[] { behindGap.Place, theirs.Place }.OrderBy(p => p.Value), store.Manifest(RowKind.Event, null, 9).Select(e => e.Place));
        Assert.Equal(2, store.Manifest(RowKind.Tombstone, null, 9).Count);
    }

    /// <summary>Erased before: nothing of the change is written, so nobody erases the same twice and half.</summary>
    [Fact]
    public async Task Events_go_in_the_commit_of_the_tombstone_or_not_at_all()
    {
        var row = _case.Seal("a");
        await using var store = Open();
        Assert.True(await EventCommit.PutAsync(store, row));
        Assert.True(await store.CommitAsync(new Change().Put(Tombstone.Of(Intake.Place, Today), null)));

        Assert.False(await store.CommitAsync(new Change().Erase(Intake.Place, Today, events: [row.Place])));

        Assert.NotNull(store.Find<EventRow>(row.Place));
    }

    [Fact]
    public async Task The_most_that_there_can_be_are_erased_in_one_commit_while_others_are_served()
    {
        await using var store = Open();
        var change = new Change();
        foreach (var place in _case.Key.Walk(_ => true))
        {
            _ = change.Put(new EventRow { Place = place.Place, Version = RowVersion.Random(), Expires = Today, Box = new byte[Format.EventBoxSize] }, null);
        }

        Assert.True(await store.CommitAsync(change.Put(Intake, null)));
        using var mailbox = _case.Letters.Open();
        var events = store.EventsOf(mailbox.After);

        var done = await Task.WhenAll(store.CommitAsync(new Change().Erase(Intake.Place, Today, events: events)), store.CommitAsync(Put(Hot())));

        Assert.Equal([true, true], done);
        Assert.Equal((4096, 0), (events.Count, store.Manifest(RowKind.Event, null, 9).Count));
    }

    [Fact]
    public async Task Who_has_opened_it_and_removes_it_removes_its_events()
    {
        var row = _case.Seal("a");
        await using var store = Open();
        Assert.True(await EventCommit.PutAsync(store, row));
        Assert.True(await store.CommitAsync(Put(Intake)));
        var right = IntakeRemover.Token(Intake, _case.Letters.Intake.Staff, RowCase.StaffPlace)!;

        Assert.False(await RemoveCommit.TryAsync(store, Intake.Place, AfterTokens.Remove(right), Today));
        Assert.True(await RemoveCommit.TryAsync(store, Intake.Place, right, Today));

        Assert.Null(store.Find<EventRow>(row.Place));
        Assert.NotNull(store.Find<Tombstone>(Intake.Place));
    }

    private int Traces(EventRow row) => row.Box.Chunk(16).Where(c => c.Length == 16).Take(20).Sum(slice =>
    {
        using var stream = new FileStream(File("intakes.db"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(slice) >= 0 ? 1 : 0;
    });
}
