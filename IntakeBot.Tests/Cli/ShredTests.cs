using System.Diagnostics;
using IntakeBot.Cli;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Tests.Journeys;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Cli;

/// <summary>The bad day: after it nothing that was on the disk opens anything, and the blocks themselves are others.</summary>
public sealed class ShredTests
{
    [Fact]
    public async Task Under_a_running_server_keys_tokens_and_all_rows_are_overwritten_and_it_ends()
    {
        await using var hotline = await DemoHotline.StartAsync(0, default);
        var person = hotline.Phone.World.Join("Test");
        person.Start();
        await person.TapAsync([.. Walks.Gate, "Not now"]);
        _ = await person.SkipTheRestAsync();
        await person.SeeAsync("Your answers are with us");
        var keys = hotline.Keys;
        var (files, pieces) = (new List<string>(), await PiecesAsync(hotline));
        using var links = new TempFolder();
        foreach (var file in Directory.EnumerateFiles(keys.DataFolder, "*", SearchOption.AllDirectories).Concat(Secrets(keys)).Where(f => !f.EndsWith(".sock", StringComparison.Ordinal) && !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var link = links.Of($"{files.Count}");
            Assert.SkipUnless(await LinkAsync(file, link), "two names of one file cannot be made here");
            files.Add(link);
        }

        byte[][] secrets = [.. Secrets(keys).Select(File.ReadAllBytes)];
        Assert.All(pieces.Concat(secrets), p => Assert.True(Traces(files, p) > 0));

        var unasked = await CliRun.Of("shred", "--config", keys.ConfigFolder, "--data", keys.DataFolder, "--yes");
        Assert.Equal(2, unasked.Code);
        Assert.Contains("Nothing was destroyed", unasked.Words, StringComparison.Ordinal);
        Assert.All(pieces.Concat(secrets), p => Assert.True(Traces(files, p) > 0));

        var shred = await CliRun.Of("shred", "--config", keys.ConfigFolder, "--data", keys.DataFolder, "--yes", "--really");

        Assert.True(shred.Code == 0, shred.Words);
        Assert.Equal(0, await hotline.Server.EndAsync(default));
        Assert.All(pieces.Concat(secrets), p => Assert.Equal(0, Traces(files, p)));
        Assert.Empty(Directory.EnumerateFileSystemEntries(keys.DataFolder));
        Assert.All(Secrets(keys), f => Assert.False(File.Exists(f)));
        Assert.Contains("3 keys and tokens are destroyed", shred.Data, StringComparison.Ordinal);
        Assert.Contains("@BotFather", shred.Words, StringComparison.Ordinal);
        using var readiness = Readiness.Of(keys.ConfigFolder, keys.DataFolder, TimeProvider.System);
        Assert.Contains(readiness.Problems, p => p.Contains("server.key: is missing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_that_is_no_data_folder_is_never_touched()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.Of("letter"), "dear");

        var shred = await CliRun.Of("shred", "--config", folder.Path, "--data", folder.Path, "--yes", "--really");
        Assert.Equal(2, shred.Code);
        Assert.Contains("holds no store", shred.Words, StringComparison.Ordinal);

        var made = Throwaway.Make(folder.Of("try"), ArgonProfile.Tiny, TimeProvider.System);
        shred = await CliRun.Of("shred", "--config", made.ConfigFolder, "--data", folder.Path, "--yes", "--really");
        Assert.Equal(1, shred.Code);
        Assert.Contains("is no data folder, and nothing in it was touched", shred.Words, StringComparison.Ordinal);
        Assert.Equal("dear", File.ReadAllText(folder.Of("letter")));
        Assert.False(File.Exists(Path.Combine(made.KeysFolder, "server.key")));
    }

    [Fact]
    public async Task Purge_says_what_would_go_asks_and_removes_only_that()
    {
        using var folder = new TempFolder();
        var today = Day.Today(TimeProvider.System);
        await using (var store = SealedStore.Open(folder.Path, TimeProvider.System))
        {
            Assert.True(await store.CommitAsync(new Change().Put(Mailbox.Locked(today), null).Put(Tombstone.Of(Place.Random(), today), null)));
        }

        Assert.Contains("Nothing that is stored ends before", (await CliRun.Of("purge", "--data", folder.Path)).Words, StringComparison.Ordinal);
        Assert.Equal(2, (await CliRun.Of("purge", "--data", folder.Path, "--before", "tomorrow", "--yes")).Code);
        var far = $"{today.Plus(400)}";
        var asked = await CliRun.Of("purge", "--data", folder.Path, "--before", far);
        Assert.Equal((2, "mailboxes 1\n"), (asked.Code, asked.Data));
        Assert.Contains("--clock-is-right", asked.Words, StringComparison.Ordinal);

        var purge = await CliRun.Of("purge", "--data", folder.Path, "--before", far, "--yes");

        Assert.True(purge.Code == 0, purge.Words);
        Assert.Equal("mailboxes 1\n1 rows are removed\n", purge.Data);
        var verify = await CliRun.Of("verify", "--data", folder.Path);
        Assert.Equal("cold rows 0 damaged 0 over 0\nhot rows 0 damaged 0 over 0\nmailboxes 0 damaged 0 over 0\ntombstones 1 damaged 0 over 0\ncase events 0 damaged 0 over 0\n", verify.Data);
        var bytes = File.ReadAllBytes(folder.Of("intakes.db"));
        bytes[bytes.AsSpan().LastIndexOf(File.ReadAllBytes(folder.Of("erased.rows")).AsSpan(2, 16))] ^= 1;
        File.WriteAllBytes(folder.Of("intakes.db"), bytes);
        var damaged = await CliRun.Of("verify", "--data", folder.Path, "--json");
        Assert.Equal(1, damaged.Code);
        Assert.Contains("\"damaged\": 1", damaged.Data, StringComparison.Ordinal);
    }

    private static string[] Secrets(Throwaway keys) => [.. ((string[])["server.key", "exchange.key", "telegram.token"]).Select(name => Path.Combine(keys.KeysFolder, name))];

    /// <summary>Stanzas, slots, blob and mailbox of what is stored, as they stand in the file.</summary>
    private static async Task<List<byte[]>> PiecesAsync(DemoHotline hotline)
    {
        await hotline.Server.KillAsync();
        var pieces = new List<byte[]>();
        await using (var store = SealedStore.Open(hotline.Keys.DataFolder, TimeProvider.System))
        {
            var place = Assert.Single(store.Manifest(RowKind.Hot, null, 2)).Place;
            var (cold, hot) = (store.Find<ColdRow>(place)!, store.Find<HotRow>(place)!);
            var mailbox = store.Find<Mailbox>(Assert.Single(store.Manifest(RowKind.Mailbox, null, 2)).Place)!;
            pieces.AddRange([cold.Stanzas[..64], cold.Stanzas[^64..], hot.Slots[..64], hot.Blob[..64], mailbox.Box[..64]]);
        }

        await hotline.Server.StartAsync(default);
        return pieces;
    }

    private static int Traces(List<string> files, byte[] piece) => files.Count(f => File.ReadAllBytes(f).AsSpan().IndexOf(piece) >= 0);

    private static async Task<bool> LinkAsync(string file, string link)
    {
        using var process = Process.Start(new ProcessStartInfo("ln", [file, link]) { RedirectStandardError = true });
        await process!.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
