using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Tests.Storage;

/// <summary>Mailboxes and tombstones go the way of all rows: found, written over the expected version, swept and gone.</summary>
public sealed class MailboxStoreTests : StoreCase
{
    [Fact]
    public async Task It_is_found_by_its_tag_and_by_its_place_also_after_a_restart()
    {
        var rows = Enumerable.Range(0, 30).Select(_ => Letters()).ToList();
        await using (var store = Open())
        {
            Assert.Null(store.FindNearest(rows[0].Tag));
            _ = await Task.WhenAll(rows.Select(r => store.CommitAsync(Put(r))));
        }

        await using var again = Open();
        Assert.All(rows, r => Assert.Equal(r.Encode(), again.FindNearest(r.Tag)?.Encode()));
        Assert.All(rows, r => Assert.Equal(r.Encode(), again.Find<Mailbox>(r.Place)?.Encode()));
        Assert.Equal(rows.OrderBy(r => r.Place.Value).Select(r => new ManifestEntry(r.Place, r.Version)), again.Manifest(RowKind.Mailbox, null, 100));
        Assert.Empty(again.Damaged);
    }

    /// <summary>So an unknown code reads what a known one reads.</summary>
    [Fact]
    public async Task For_a_tag_that_nobody_has_the_next_one_is_read_and_after_the_last_the_first()
    {
        var rows = Enumerable.Range(0, 10).Select(_ => Letters()).OrderBy(r => r.Tag.Value).ToList();
        await using var store = Open();
        _ = await Task.WhenAll(rows.Select(r => store.CommitAsync(Put(r))));

        for (var i = 0; i < rows.Count; i++)
        {
            Assert.Equal(rows[(i + 1) % rows.Count].Tag, store.FindNearest(new(rows[i].Tag.Value + 1))?.Tag);
        }

        Assert.Equal(rows[0].Tag, store.FindNearest(new(rows[0].Tag.Value - 1))?.Tag);
    }

    [Fact]
    public async Task It_is_written_over_the_expected_version_only_and_together_with_its_intake()
    {
        var (hot, cold, mailbox) = (Hot(), Cold(), Letters());
        await using var store = Open();
        Assert.True(await store.CommitAsync(Put(hot).Put(cold, null).Put(mailbox, null)));
        var next = mailbox.WithReply(mailbox.Replies[0].Reply, Today);

        Assert.False(await store.CommitAsync(Put(next)));
        Assert.False(await store.CommitAsync(Put(next, mailbox.Version).Put(Next(hot), RowVersion.Random())));
        Assert.Equal(mailbox.Version, store.FindNearest(mailbox.Tag)?.Version);
        Assert.True(await store.CommitAsync(Put(next, mailbox.Version).Put(Next(hot), hot.Version)));
        Assert.Equal(next.Version, store.FindNearest(mailbox.Tag)?.Version);
        Assert.False(await store.CommitAsync(Put(mailbox.WithReply(mailbox.Replies[1].Reply, Today), mailbox.Version)));
    }

    [Fact]
    public async Task A_new_code_takes_the_old_ones_place_in_one_commit()
    {
        var (old, renewed) = (Letters(), Letters());
        await using var store = Open();
        Assert.True(await store.CommitAsync(Put(old)));

        Assert.True(await store.CommitAsync(Put(renewed).Remove(RowKind.Mailbox, old.Place, old.Version)));

        Assert.Null(store.Find<Mailbox>(old.Place));
        Assert.Equal(renewed.Tag, store.FindNearest(old.Tag)?.Tag);
        Assert.Equal(0, Traces(old));
    }

    [Fact]
    public async Task Replies_past_their_last_day_are_made_anew_and_nothing_of_them_is_left()
    {
        var (due, kept) = (Letters(Today.Plus(-Format.ReplyDaysUnread - 1)), Letters());
        await using var store = Open();
        Assert.True(await store.CommitAsync(Put(due).Put(kept, null)));

        Assert.Equal(1, await store.SweepRepliesAsync(Today));
        Assert.Equal(0, await store.SweepRepliesAsync(Today));

        var swept = store.Find<Mailbox>(due.Place)!;
        Assert.Equal((due.Tag, due.Expires), (swept.Tag, swept.Expires));
        Assert.All(due.Replies, r => Assert.Equal(0, Count(r.Reply.Bytes[..16].ToArray())));
        Assert.All(swept.Replies, r => Assert.Equal(1, Count(r.Reply.Bytes[..16].ToArray())));
        Assert.Equal(kept.Version, store.Find<Mailbox>(kept.Place)?.Version);
    }

    [Fact]
    public async Task Fewer_days_reach_the_mailboxes_that_are_there()
    {
        var (long90, soon) = (Letters(), Letters(Today.Plus(-85)));
        var days = new ReplyDays { Unread = 7, Mailbox = 14 };
        await using var store = Open();
        Assert.True(await store.CommitAsync(Put(long90).Put(soon, null)));

        Assert.Equal(2, await store.SweepRepliesAsync(Today, days));
        Assert.Equal(0, await store.SweepRepliesAsync(Today, days));

        Assert.Equal(Today.Plus(14), store.Find<Mailbox>(long90.Place)!.Expires);
        Assert.All(store.Find<Mailbox>(long90.Place)!.Replies, r => Assert.Equal(Today.Plus(7), r.LastDay));
        Assert.Equal(Today.Plus(5), store.Find<Mailbox>(soon.Place)!.Expires);
        Assert.Equal(long90.Tag, store.FindNearest(long90.Tag)?.Tag);
    }

    [Fact]
    public async Task A_mailbox_and_a_tombstone_expire_like_all_rows()
    {
        var (old, kept) = (Letters(Today.Plus(-Format.MailboxDays - 1)), Letters(Today.Plus(-Format.MailboxDays)));
        await using var store = Open();
        Assert.True(await store.CommitAsync(Put(old).Put(kept, null)));
        Assert.True(await store.CommitAsync(new Change().Erase(Place.Random(), Today.Plus(-181)).Erase(Place.Random(), Today.Plus(-180))));

        Assert.Equal(2, await store.RemoveExpiredAsync(Today));

        Assert.Equal([kept.Place], store.Manifest(RowKind.Mailbox, null, 9).Select(e => e.Place));
        _ = Assert.Single(store.Manifest(RowKind.Tombstone, null, 9));
        Assert.Equal(0, Traces(old));
    }

    [Fact]
    public async Task Erasing_leaves_a_place_and_a_day_and_nothing_else_in_the_files()
    {
        var (hot, mailbox, other) = (Hot(), Letters(), Hot());
        var cold = Cold(hot.Place);
        await using var store = Open();
        Assert.True(await store.CommitAsync(Put(hot).Put(cold, null).Put(mailbox, null).Put(other, null)));
        Assert.True(Traces(mailbox) > 100);

        Assert.True(await store.CommitAsync(new Change().Erase(hot.Place, Today, mailbox.Place)));

        Assert.Null(store.FindHot(hot.Door));
        Assert.Null(store.Find<ColdRow>(hot.Place));
        Assert.Equal((Today, Today), (store.Find<Tombstone>(hot.Place)?.Erased, store.Find<Tombstone>(mailbox.Place)?.Erased));
        Assert.Null(store.Find<Mailbox>(mailbox.Place));
        Assert.Equal(0, mailbox.Encode().Skip(34).Chunk(16).Where(c => c.Length == 16).Sum(Count));
        Assert.Equal(0, hot.Encode().Skip(36).Chunk(16).Where(c => c.Length == 16).Sum(Count) + cold.Encode().Skip(36).Chunk(16).Where(c => c.Length == 16).Sum(Count));
        Assert.NotNull(store.FindHot(other.Door));
        Assert.False(await store.CommitAsync(new Change().Erase(hot.Place, Today)));
    }

    /// <summary>A press that was on its way when she erased does not bring the row back.</summary>
    [Fact]
    public async Task A_press_after_erasing_writes_nothing()
    {
        var hot = Hot();
        await using var store = Open();
        Assert.True(await store.CommitAsync(Put(hot)));

        var erased = store.CommitAsync(new Change().Erase(hot.Place, Today));
        var pressed = store.CommitAsync(Put(Next(hot), hot.Version));

        Assert.True(await erased);
        Assert.False(await pressed);
        Assert.Null(store.Find<HotRow>(hot.Place));
    }

    [Fact]
    public async Task All_mailboxes_have_one_size_and_are_written_in_place()
    {
        await using var store = Open();
        var rows = Enumerable.Range(0, 40).Select(_ => Letters()).ToList();
        _ = await Task.WhenAll(rows.Select(r => store.CommitAsync(Put(r))));
        var size = new FileInfo(File("intakes.db")).Length;

        for (var step = 0; step < 3; step++)
        {
            var next = rows.ConvertAll(r => r.WithReply(r.Replies[2].Reply, Today));
            Assert.DoesNotContain(false, await Task.WhenAll(next.Zip(rows, (n, r) => store.CommitAsync(Put(n, r.Version)))));
            rows = next;
        }

        Assert.Equal(size, new FileInfo(File("intakes.db")).Length);
    }

    /// <summary>How often any 16 bytes of the encoded row, at steps of 16, stand in data file or log.</summary>
    private int Traces(SealedRow row) => row.Encode().Chunk(16).Where(c => c.Length == 16).Sum(Count);

    private int Count(byte[] slice)
    {
        var count = 0;
        foreach (var file in new[] { "intakes.db", "intakes-log.db" })
        {
            using var stream = new FileStream(File(file), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            for (var rest = bytes.AsSpan(); rest.IndexOf(slice) is var at and >= 0; rest = rest[(at + 1)..])
            {
                count++;
            }
        }

        return count;
    }
}
