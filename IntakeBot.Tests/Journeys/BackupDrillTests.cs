using System.Text.Json.Nodes;
using IntakeBot.Cli;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Phone;
using IntakeBot.Tests.Cli;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Journeys;

/// <summary>The day on which the disk is lost: docs/backup.md, command by command, under a real server and people who answer.</summary>
public sealed class BackupDrillTests : IDisposable
{
    private readonly TempFolder _away = new();

    public void Dispose() => _away.Dispose();

    [Fact]
    public async Task What_was_done_is_there_again_what_was_open_ends_and_what_was_erased_stays_erased()
    {
        await using var hotline = await DemoHotline.StartAsync(0, default);
        var done = await AtTheFirstQuestionAsync(hotline, "Done");
        await done.TapAsync("Not now");
        var code = await done.SkipTheRestAsync();
        await done.SeeAsync("Your answers are with us");
        var (open, erased) = (await AtTheFirstQuestionAsync(hotline, "Open"), await AtTheFirstQuestionAsync(hotline, "Erased"));
        await AnswerAsync(hotline, "Come back on Friday.");
        await MakeKeyAsync();

        var backup = await RunAsync("backup", "--data", hotline.Keys.DataFolder, "--to", _away.Of("monday"), "--recipient", _away.Of("key.pub"));
        Assert.True(backup.Code == 0, backup.Words);
        Assert.Equal($"3 intakes, 1 mailboxes, 0 case events, 0 tombstones in {_away.Of("monday")}\n", backup.Data);
        await erased.TapAsync("Erase", "Erase everything");
        await erased.SeeAsync("is erased");
        await open.TapAsync("Not now");
        await open.SeeAsync("Who needs help?");
        _ = await AtTheFirstQuestionAsync(hotline, "Late");
        var verify = await RunAsync("verify", "--data", hotline.Keys.DataFolder);
        Assert.True(verify.Code == 0, verify.Data + verify.Words);
        Assert.Contains("cold rows 3 damaged 0 over 0", verify.Data, StringComparison.Ordinal);

        await hotline.Server.KillAsync();
        File.Delete(Path.Combine(hotline.Keys.DataFolder, "intakes.db"));
        File.Delete(Path.Combine(hotline.Keys.DataFolder, "intakes-log.db"));
        var restore = await RunAsync(
            "restore", _away.Of("monday"), "--key", _away.Of("key"), "--passphrase-file", _away.Of("passphrase"), "--data", hotline.Keys.DataFolder);
        Assert.True(restore.Code == 0, restore.Words);
        Assert.Contains("2 rows were erased since and stay erased", restore.Words, StringComparison.Ordinal);
        await hotline.Server.StartAsync(default);

        await open.TapAsync("Me and my child");
        await open.SeeAsync("Nothing of yours is open here");
        done.Type(code);
        await done.SeeAsync("Come back on Friday.");
        var read = await RunAsync(
            "intakes", "open", "--all", "--json", "--identity", hotline.Keys.Members[0].IdentityFile, "--passphrase-file", hotline.Keys.PassphraseFile,
            "--config", hotline.Keys.ConfigFolder, "--data", hotline.Keys.DataFolder);
        Assert.True(read.Code == 0, read.Words);
        Assert.Equal(2, JsonNode.Parse(read.Data)!.AsArray().Count(i => i!["opened"]!.GetValue<bool>()));
        Assert.DoesNotContain(hotline.Server.Words, w => w.Contains("had been erased", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_backup_leads_from_no_chat_to_an_intake_and_opens_with_its_key_alone()
    {
        await using var hotline = await DemoHotline.StartAsync(0, default);
        _ = await AtTheFirstQuestionAsync(hotline, "Open");
        await MakeKeyAsync();
        var (online, offline) = (_away.Of("online"), _away.Of("offline"));
        Assert.Equal(0, (await RunAsync("backup", "--data", hotline.Keys.DataFolder, "--to", online, "--recipient", _away.Of("key.pub"))).Code);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Path.Combine(hotline.Keys.DataFolder, "operator.sock")) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        await hotline.Server.KillAsync();
        Assert.Equal(0, (await RunAsync("backup", "--data", hotline.Keys.DataFolder, "--to", offline, "--recipient", _away.Of("key.pub"))).Code);
        HotRow was;
        await using (var store = SealedStore.Open(hotline.Keys.DataFolder, TimeProvider.System))
        {
            was = store.Find<HotRow>(Assert.Single(store.Manifest(RowKind.Hot, null, 2)).Place)!;
        }

        using var identity = IdentityFile.Read(_away.Of("key"), File.ReadAllText(_away.Of("passphrase")), [])!;
        foreach (var file in (string[])[online, offline])
        {
            using var stream = File.OpenRead(file);
            var rows = new List<SealedRow>();
            _ = new CopyReader(BackupOpenStream.Open(stream, BackupKey.SecretOf(identity)!)!).Read((_, _) => { }, rows.Add);
            var copied = Assert.Single(rows.OfType<HotRow>());
            Assert.Equal(was.Place, copied.Place);
            Assert.Equal(was.Slots, copied.Slots);
            Assert.NotEqual(was.Door, copied.Door);
            Assert.NotEqual(was.Blob, copied.Blob);
            Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf(was.Place.ToArray()));
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
            Assert.Equal(0, (await RunAsync("backup", "check", file)).Code);
        }

        Assert.DoesNotContain(hotline.Server.Words, w => w.Contains($"{was.Place}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refusals_say_what_to_do_and_change_nothing()
    {
        await MakeKeyAsync();
        var data = Directory.CreateDirectory(_away.Of("data")).FullName;

        var nothing = await RunAsync("backup", "--data", data, "--to", _away.Of("b"), "--recipient", _away.Of("key.pub"));
        Assert.Equal(1, nothing.Code);
        Assert.Contains("holds no store", nothing.Words, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(data).Select(Path.GetFileName).Except(["intakes.lock"]));

        await using (SealedStore.Open(data, TimeProvider.System))
        {
            Assert.Contains("another process uses this store", (await RunAsync("verify", "--data", data)).Words, StringComparison.Ordinal);
        }

        Assert.Equal(2, (await RunAsync("backup", "--data", data, "--to", _away.Of("key"), "--recipient", _away.Of("key.pub"))).Code);
        Assert.Equal(2, (await RunAsync("backup", "--data", data, "--to", _away.Of("b"), "--recipient", _away.Of("missing"))).Code);
        Assert.Equal(0, (await RunAsync("backup", "--data", data, "--to", _away.Of("b"), "--recipient", _away.Of("key.pub"))).Code);
        var there = await RunAsync("restore", _away.Of("b"), "--key", _away.Of("key"), "--passphrase-file", _away.Of("passphrase"), "--data", data);
        Assert.Equal(2, there.Code);
        Assert.Contains("a restore writes over nothing", there.Words, StringComparison.Ordinal);
        var cut = File.ReadAllBytes(_away.Of("b"))[..^9];
        File.WriteAllBytes(_away.Of("cut"), cut);
        Assert.Equal(1, (await RunAsync("backup", "check", _away.Of("cut"))).Code);
        Assert.Equal(2, (await RunAsync("restore", _away.Of("cut"), "--key", _away.Of("key"), "--passphrase-file", _away.Of("passphrase"), "--data", data)).Code);
    }

    private static Task<CliRun> RunAsync(params string[] arguments) => CliRun.Of(arguments);

    private static async Task AnswerAsync(DemoHotline hotline, string text)
    {
        await hotline.Server.KillAsync();
        await using (var store = SealedStore.Open(hotline.Keys.DataFolder, TimeProvider.System))
        {
            var mailbox = store.Find<Mailbox>(Assert.Single(store.Manifest(RowKind.Mailbox, null, 2)).Place)!;
            var reply = SealedReply.Seal(Reply.Of("en", text)!, mailbox.Key, mailbox.Place.ToArray())!;
            Assert.True(await store.CommitAsync(new Change().Put(mailbox.WithReply(reply, Day.Today(TimeProvider.System)), mailbox.Version)));
        }

        await hotline.Server.StartAsync(default);
    }

    private static async Task<PhonePerson> AtTheFirstQuestionAsync(DemoHotline hotline, string name)
    {
        var person = hotline.Phone.World.Join(name);
        person.Start();
        await person.TapAsync(Walks.Gate);
        await person.SeeAsync("Are you in danger?");
        using var patience = new CancellationTokenSource(Taps.Patience);
        while (hotline.Phone.World.Bot.PendingUpdates > 0)
        {
            await Task.Delay(5, patience.Token);
        }

        return person;
    }

    private async Task MakeKeyAsync()
    {
        File.WriteAllText(_away.Of("passphrase"), "six words chosen by dice");
        FileModes.Set(_away.Of("passphrase"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var made = await RunAsync("backup", "key", _away.Of("key"), "--passphrase-file", _away.Of("passphrase"));
        Assert.True(made.Code == 0, made.Words);
    }
}
