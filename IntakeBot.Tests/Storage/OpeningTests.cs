using IntakeBot.Core.Storage;
using LiteDB;

namespace IntakeBot.Tests.Storage;

public sealed class OpeningTests : StoreCase
{
    [Fact]
    public async Task A_store_is_opened_once_at_a_time()
    {
        await using (Open())
        {
            Assert.Contains("another process", Assert.Throws<StoreException>(Open).Message, StringComparison.Ordinal);
            Assert.Contains("another process", Assert.Single(SealedStore.Problems(Folder)), StringComparison.Ordinal);
        }

        await using var again = Open();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_lost_file_is_never_taken_for_a_first_start(bool empty)
    {
        await (Open() is var store ? store.DisposeAsync() : default);
        System.IO.File.Delete(File("intakes.db"));
        if (empty)
        {
            System.IO.File.WriteAllBytes(File("intakes.db"), []);
        }

        var refused = Assert.Throws<StoreException>(Open).Message;

        Assert.Contains("restore a backup", refused, StringComparison.Ordinal);
        Assert.Equal([refused], SealedStore.Problems(Folder));
        Assert.Equal(empty, System.IO.File.Exists(File("intakes.db")));
        Assert.True(!empty || new FileInfo(File("intakes.db")).Length == 0);
    }

    [Fact]
    public void A_folder_that_is_missing_is_named()
    {
        var missing = File("missing");

        Assert.Contains(missing, Assert.Throws<StoreException>(() => SealedStore.Open(missing, TimeProvider.System)).Message, StringComparison.Ordinal);
        Assert.Contains(missing, Assert.Single(SealedStore.Problems(missing)), StringComparison.Ordinal);
        Assert.False(Directory.Exists(missing));
    }

    [Fact]
    public async Task A_newer_schema_is_refused()
    {
        await (Open() is var store ? store.DisposeAsync() : default);
        using (var lite = new LiteDatabase(File("intakes.db")))
        {
            _ = lite.GetCollection("meta").Update(new BsonDocument { ["_id"] = 1, ["version"] = 3 });
            lite.Checkpoint();
        }

        var refused = Assert.Throws<StoreException>(Open).Message;

        Assert.Contains("schema 3", refused, StringComparison.Ordinal);
        Assert.Equal([refused], SealedStore.Problems(Folder));
    }

    [Fact]
    public async Task A_store_from_before_there_were_mailboxes_is_brought_up_to_date()
    {
        var (hot, mailbox) = (Hot(), Letters());
        await using (var store = Open())
        {
            Assert.True(await store.CommitAsync(Put(hot)));
        }

        using (var lite = new LiteDatabase(File("intakes.db")))
        {
            _ = lite.GetCollection("meta").Update(new BsonDocument { ["_id"] = 1, ["version"] = 1 });
            Assert.True(lite.DropCollection("mail"));
            lite.Checkpoint();
        }

        Assert.Empty(SealedStore.Problems(Folder));
        await using (var store = Open())
        {
            Assert.Equal(hot.Encode(), store.FindHot(hot.Door)?.Encode());
            Assert.True(await store.CommitAsync(Put(mailbox)));
        }

        using (var lite = new LiteDatabase(File("intakes.db")))
        {
            Assert.Equal(2, lite.GetCollection("meta").FindById(1)["version"].AsInt32);
        }

        await using var again = Open();
        Assert.Equal(mailbox.Place, again.FindNearest(mailbox.Tag)?.Place);
    }

    [Fact]
    public void What_is_no_store_is_refused_and_left_as_it_is()
    {
        var text = new byte[3 * 8192];
        text.AsSpan().Fill((byte)'x');
        System.IO.File.WriteAllBytes(File("intakes.db"), text);

        Assert.Contains("restore a backup", Assert.Throws<StoreException>(Open).Message, StringComparison.Ordinal);
        Assert.Equal(text, System.IO.File.ReadAllBytes(File("intakes.db")));
    }

    [Fact]
    public async Task Looking_for_problems_changes_nothing()
    {
        Assert.Empty(SealedStore.Problems(Folder));
        await using (var store = Open())
        {
            Assert.True(await store.CommitAsync(Put(Hot())));
        }

        var before = Files();
        Assert.Empty(SealedStore.Problems(Folder));
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task A_store_is_five_files_and_no_other()
    {
        await using var store = Open();
        _ = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => store.CommitAsync(Put(Hot()))));
        _ = store.Manifest(Core.Sealing.RowKind.Hot, null, 300);

        Assert.Equal(["erased.rows", "intakes-log.db", "intakes.db", "intakes.lock", "intakes.made"], Directory.GetFiles(Folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task A_commit_after_the_end_is_refused()
    {
        var store = Open();
        await store.DisposeAsync();

        _ = await Assert.ThrowsAsync<StoreException>(() => store.CommitAsync(Put(Hot())));
    }

    private List<string> Files() =>
        [.. Directory.GetFiles(Folder).Order().Select(f => $"{f} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.IO.File.ReadAllBytes(f)))}")];

    [Fact]
    public async Task A_probe_says_when_the_disk_takes_nothing_more()
    {
        await using var store = Open();
        var files = Directory.GetFiles(Folder).Order();
        await store.ProbeAsync();
        Assert.Equal(files, Directory.GetFiles(Folder).Order());

        Directory.Move(Folder, Folder + "-away");
        try
        {
            _ = await Assert.ThrowsAnyAsync<IOException>(store.ProbeAsync);
        }
        finally
        {
            Directory.Move(Folder + "-away", Folder);
        }

        await store.ProbeAsync();
    }

    [Fact]
    public async Task What_waits_when_the_store_is_closed_is_still_written()
    {
        var rows = Enumerable.Range(0, 300).Select(_ => Hot()).ToList();
        var store = Open();
        var commits = rows.Select(r => store.CommitAsync(Put(r))).ToList();
        await store.DisposeAsync();

        Assert.DoesNotContain(false, await Task.WhenAll(commits));
        await using var again = Open();
        Assert.Equal(rows.Count, again.Manifest(Core.Sealing.RowKind.Hot, null, rows.Count + 1).Count);
    }
}
