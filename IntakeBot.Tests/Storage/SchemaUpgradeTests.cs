using System.Diagnostics;
using IntakeBot.Cli;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using LiteDB;

namespace IntakeBot.Tests.Storage;

/// <summary>An older store is brought up to date on a copy, and killed anywhere the old or the new one is there.</summary>
public sealed class SchemaUpgradeTests : StoreCase
{
    private readonly List<HotRow> _rows = [.. Enumerable.Range(0, 40).Select(_ => Hot())];

    [Fact]
    public async Task What_a_cut_off_upgrade_left_behind_is_removed_and_it_is_done_again()
    {
        await OlderAsync();
        _ = Directory.CreateDirectory(File("upgrading"));
        System.IO.File.WriteAllBytes(File("upgrading/intakes.db"), new byte[9000]);

        await WholeAsync();

        Assert.Equal(2, Schema());
        Assert.False(Directory.Exists(File("upgrading")));
    }

    [Fact]
    public async Task A_rehearsal_that_fails_changes_nothing()
    {
        await OlderAsync();
        var before = System.IO.File.ReadAllBytes(File("intakes.db"));
        System.IO.File.WriteAllText(File("upgrading"), "in the way");

        _ = Assert.ThrowsAny<IOException>(Open);

        Assert.Equal(before, System.IO.File.ReadAllBytes(File("intakes.db")));
        System.IO.File.Delete(File("upgrading"));
        await WholeAsync();
    }

    [Fact]
    public async Task A_damaged_row_stays_where_it_is_and_stops_no_upgrade()
    {
        await OlderAsync();
        var bytes = System.IO.File.ReadAllBytes(File("intakes.db"));
        bytes[bytes.AsSpan().IndexOf(_rows[7].Slots.AsSpan(0, 64))] ^= 1;
        System.IO.File.WriteAllBytes(File("intakes.db"), bytes);

        await using var store = Open();

        Assert.Equal((39, 1), (store.Scrub(Today).Kinds[1].Whole, store.Scrub(Today).Kinds[1].Damaged));
        Assert.Equal(2, Schema(store));
    }

    /// <summary>At each of these calls of the system, counted on each thread: while it copies, while it writes the copy, at the rename, while it clears.</summary>
    [Theory]
    [InlineData("mkdir", 1)]
    [InlineData("pwrite64", 1)]
    [InlineData("pwrite64", 2)]
    [InlineData("pwrite64", 4)]
    [InlineData("pwrite64", 6)]
    [InlineData("fsync", 1)]
    [InlineData("fsync", 2)]
    [InlineData("fsync", 3)]
    [InlineData("rename", 1)]
    [InlineData("unlink", 1)]
    public async Task Killed_anywhere_no_row_is_lost(string call, int time)
    {
        Assert.SkipUnless(await CanTraceAsync(), "strace is not installed, or may not trace here");
        await OlderAsync();

        var start = OwnProgram.Start(
            ["verify", "--data", Folder],
            "strace", "-f", "-qq", "-o", "/dev/null", "-P", Folder, "-P", File("intakes.db"), "-P", File("upgrading"), "-P", File("upgrading/intakes.db"), "-P", File("upgrading/intakes-log.db"),
            "-e", $"trace={call}", "-e", $"inject={call}:signal=SIGKILL:when={time}");
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();

        Assert.NotEqual(0, process.ExitCode);
        Assert.Contains(Schema(), (int[])[1, 2]);
        await WholeAsync();
        Assert.Equal(2, Schema());
    }

    /// <summary>A store as the program wrote it that had no mailboxes.</summary>
    private async Task OlderAsync()
    {
        await using (var store = Open())
        {
            _ = await Task.WhenAll(_rows.Select(r => store.CommitAsync(Put(r).Put(Cold(r.Place), null))));
        }

        using var lite = new LiteDatabase(File("intakes.db"));
        _ = lite.GetCollection("meta").Update(new BsonDocument { ["_id"] = 1, ["version"] = 1 });
        Assert.True(lite.DropCollection("mail"));
        lite.Checkpoint();
    }

    private async Task WholeAsync()
    {
        await using var store = Open();
        Assert.All(_rows, r => Assert.Equal(r.Encode(), store.FindHot(r.Door)?.Encode()));
        Assert.Equal(0, store.Scrub(Today).Faults);
        Assert.True(await store.CommitAsync(Put(Letters())));
    }

    private int Schema()
    {
        using var lite = new LiteDatabase(new ConnectionString { Filename = File("intakes.db"), ReadOnly = true });
        return lite.GetCollection("meta").FindById(1)["version"].AsInt32;
    }

    /// <summary>While it is open.</summary>
    private int Schema(SealedStore store)
    {
        Assert.NotNull(store);
        System.IO.File.Copy(File("intakes.db"), File("copy.db"));
        using var lite = new LiteDatabase(new ConnectionString { Filename = File("copy.db"), ReadOnly = true });
        return lite.GetCollection("meta").FindById(1)["version"].AsInt32;
    }

    private static async Task<bool> CanTraceAsync()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("strace", ["-qq", "-o", "/dev/null", "true"]) { RedirectStandardError = true });
            await process!.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
