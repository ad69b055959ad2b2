using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Tests.Storage;

public sealed class SealedStoreTests : StoreCase
{
    [Fact]
    public async Task A_row_is_found_as_it_was_put_also_after_a_restart()
    {
        var (hot, cold) = (Hot(), Cold());
        await using (var store = Open())
        {
            Assert.True(await store.CommitAsync(Put(hot).Put(cold, expected: null)));
            Assert.Equal(hot.Encode(), store.FindHot(hot.Door)?.Encode());
        }

        await using (var store = Open())
        {
            Assert.Equal(hot.Encode(), store.FindHot(hot.Door)?.Encode());
            Assert.Equal(hot.Encode(), store.Find<HotRow>(hot.Place)?.Encode());
            Assert.Equal(cold.Encode(), store.Find<ColdRow>(cold.Place)?.Encode());
            Assert.Null(store.Find<ColdRow>(hot.Place));
            Assert.Null(store.FindHot(Door.Random()));
            Assert.Empty(store.Damaged);
        }
    }

    [Fact]
    public async Task A_row_is_written_over_the_expected_version_only()
    {
        var first = Hot();
        var second = Next(first);
        await using var store = Open();

        Assert.False(await store.CommitAsync(Put(first, RowVersion.Random())));
        Assert.True(await store.CommitAsync(Put(first)));
        Assert.False(await store.CommitAsync(Put(second)));
        Assert.False(await store.CommitAsync(Put(second, second.Version)));
        Assert.True(await store.CommitAsync(Put(second, first.Version)));
        Assert.False(await store.CommitAsync(Put(Next(first), first.Version)));
        Assert.Equal(second.Version, store.FindHot(first.Door)?.Version);
    }

    [Fact]
    public async Task A_version_is_known_again_after_a_restart()
    {
        var first = Hot();
        await using (var store = Open())
        {
            Assert.True(await store.CommitAsync(Put(first)));
        }

        await using (var store = Open())
        {
            Assert.False(await store.CommitAsync(Put(Next(first))));
            Assert.False(await store.CommitAsync(Put(Next(first), RowVersion.Random())));
            Assert.True(await store.CommitAsync(Put(Next(first), first.Version)));
        }
    }

    [Fact]
    public async Task A_change_is_written_whole_or_not_at_all()
    {
        var (old, good) = (Hot(), Cold());
        await using var store = Open();
        Assert.True(await store.CommitAsync(Put(old)));

        Assert.False(await store.CommitAsync(Put(good).Put(Next(old), RowVersion.Random())));
        Assert.False(await store.CommitAsync(new Change().Remove(RowKind.Hot, old.Place, old.Version).Put(good, good.Version)));

        Assert.Null(store.Find<ColdRow>(good.Place));
        Assert.Equal(old.Version, store.Find<HotRow>(old.Place)?.Version);
    }

    [Fact]
    public async Task Of_many_changes_at_once_one_wins_each_version()
    {
        var row = Hot();
        await using var store = Open();
        Assert.True(await store.CommitAsync(Put(row)));

        for (var round = 0; round < 20; round++)
        {
            var rivals = Enumerable.Range(0, 50).Select(_ => Next(row)).ToList();
            var won = await Task.WhenAll(rivals.Select(r => store.CommitAsync(Put(r, row.Version))));

            Assert.Equal(1, won.Count(w => w));
            row = rivals[Array.IndexOf(won, true)];
            Assert.Equal(row.Encode(), store.FindHot(row.Door)?.Encode());
        }
    }

    [Fact]
    public async Task A_door_leads_to_one_row()
    {
        var (first, second) = (Hot(), Hot());
        await using var store = Open();
        Assert.True(await store.CommitAsync(Put(first)));

        Assert.False(await store.CommitAsync(Put(Hot(door: first.Door))));
        _ = Assert.Throws<ArgumentException>(() => Put(second).Put(Hot(door: second.Door), expected: null));
        _ = Assert.Throws<ArgumentException>(() => Put(second).Remove(RowKind.Hot, second.Place, expected: null));

        var moved = Hot(first.Place);
        Assert.True(await store.CommitAsync(Put(moved, first.Version)));
        Assert.Null(store.FindHot(first.Door));
        Assert.Equal(moved.Place, store.FindHot(moved.Door)?.Place);
        Assert.True(await store.CommitAsync(Put(Hot(door: first.Door))));
    }

    [Fact]
    public async Task What_was_removed_is_absent_and_may_be_removed_again()
    {
        var (hot, cold) = (Hot(), Cold());
        await using var store = Open();
        Assert.True(await store.CommitAsync(Put(hot).Put(cold, expected: null)));

        Assert.False(await store.CommitAsync(new Change().Remove(RowKind.Hot, hot.Place, RowVersion.Random())));
        Assert.True(await store.CommitAsync(new Change()
            .Remove(RowKind.Hot, hot.Place, hot.Version).Remove(RowKind.Cold, cold.Place, expected: null)));
        Assert.True(await store.CommitAsync(new Change().Remove(RowKind.Hot, hot.Place, expected: null)));
        Assert.False(await store.CommitAsync(new Change().Remove(RowKind.Hot, hot.Place, hot.Version)));

        Assert.Null(store.FindHot(hot.Door));
        Assert.Null(store.Find<ColdRow>(cold.Place));
        Assert.True(await store.CommitAsync(Put(hot)));
    }

    [Fact]
    public async Task A_manifest_lists_every_row_once_in_the_order_of_places()
    {
        var rows = Enumerable.Range(0, 25).Select(_ => Hot()).ToList();
        await using var store = Open();
        _ = await Task.WhenAll(rows.Select(r => store.CommitAsync(Put(r))));

        var listed = new List<ManifestEntry>();
        for (Place? after = null; store.Manifest(RowKind.Hot, after, limit: 7) is { Count: > 0 } page; after = page[^1].Place)
        {
            listed.AddRange(page);
        }

        Assert.Equal(rows.OrderBy(r => r.Place.Value).Select(r => new ManifestEntry(r.Place, r.Version)), listed);
        Assert.Empty(store.Manifest(RowKind.Cold, after: null, limit: 7));
    }

    [Fact]
    public async Task What_is_past_its_last_day_is_removed()
    {
        var rows = Enumerable.Range(0, 600).Select(i => (SealedRow)(i % 5 == 0
            ? Cold(expires: new Day((ushort)(Today.Number - (i % 3))))
            : Hot(expires: new Day((ushort)(Today.Number - (i % 3)))))).ToList();
        await using var store = Open();
        _ = await Task.WhenAll(rows.Select(r => store.CommitAsync(Put(r))));

        Assert.Equal(400, await store.RemoveExpiredAsync(Today));
        Assert.Equal(0, await store.RemoveExpiredAsync(Today));

        var left = store.Manifest(RowKind.Hot, null, 1000).Concat(store.Manifest(RowKind.Cold, null, 1000)).Select(e => e.Place);
        Assert.Equal(rows.Where(r => r.Expires == Today).Select(r => r.Place).ToHashSet(), left.ToHashSet());
    }
}
