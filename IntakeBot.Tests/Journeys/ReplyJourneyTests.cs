using System.Diagnostics;
using System.Text;
using IntakeBot.Cli;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Tests.Cli;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Journeys;

/// <summary>A reply on its whole way: the server and both members' programs as processes of their own, and somebody who listens in between.</summary>
public sealed class ReplyJourneyTests
{
    private const string Words = "당신을 믿습니다. 금요일에 다시 오세요.";

    [Fact]
    public async Task Only_she_and_the_staff_of_her_desk_read_what_two_of_them_wrote()
    {
        await using var hotline = await DemoHotline.StartAsync(0, default);
        var keys = hotline.Keys;
        using var person = new NumberedIntake(keys, Day.Today(TimeProvider.System));
        await hotline.Server.KillAsync();
        await StoreAsync(keys, store => store.CommitAsync(person.Rows()));
        await hotline.Server.StartAsync(default);
        await using var tap = new Wiretap(RosterFolder.Read(keys.ConfigFolder, keys.DataFolder, Day.Today(TimeProvider.System)).Roster!.ExchangeAddress);
        using var desk = new TempFolder();
        var config = Staff(keys, desk, tap.Address);
        var draft = desk.Of("draft");
        string[] Of(int member, params string[] arguments) =>
            ["replies", .. arguments, "--identity", keys.Members[member].IdentityFile, "--passphrase-file", keys.PassphraseFile, "--config", config, "--data", desk.Of("data")];

        var unasked = await RunAsync(Of(0, "write", $"{person.Place}", "--draft", draft), Words);
        var write = await RunAsync(Of(0, "write", $"{person.Place}", "--draft", draft, "--yes"), Words);
        var approve = await RunAsync(Of(1, "approve", draft, "--yes"), "");
        var list = await RunAsync(Of(1, "list"), "");
        await hotline.Server.KillAsync();

        Assert.True(unasked.Code == 2 && unasked.Words.Contains("give --yes if so", StringComparison.Ordinal), unasked.Words);
        Assert.True(write.Code == 0 && approve.Code == 0 && list.Code == 0, write.Words + approve.Words + list.Words);
        Assert.Contains($"| {Words}\n", approve.Data, StringComparison.Ordinal);
        Assert.Contains("yes, in ko", list.Data, StringComparison.Ordinal);
        Mailbox? row = null;
        await StoreAsync(keys, store => Task.FromResult((row = store.Find<Mailbox>(person.Mailbox.Place)) is not null));
        Assert.Equal([$"ko: {Words}"], person.Read(row!));

        var marker = Encoding.UTF8.GetBytes("금요일");
        Assert.True(tap.Heard.Length > 20_000, $"{tap.Heard.Length} bytes were heard.");
        Assert.NotEqual(-1, tap.Heard.AsSpan().IndexOf(Encoding.ASCII.GetBytes($"/v1/rows/mailbox/{row!.Place}/replies")));
        Assert.Equal(-1, tap.Heard.AsSpan().IndexOf(marker));
        Assert.Equal(-1, File.ReadAllBytes(draft).AsSpan().IndexOf(marker));
        Assert.All(
            Directory.GetFiles(keys.DataFolder, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != StoredSocket.FileName),
            file => Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf(marker)));
        string[] personal = ["금요일", $"{row.Place}", $"{person.Place}", "/v1/rows", "staff-1"];
        Assert.All(hotline.Server.Words, line => Assert.DoesNotContain(personal, p => line.Contains(p, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>What a member has: the configuration, with the Exchange where the listener is.</summary>
    private static string Staff(Throwaway keys, TempFolder desk, Uri exchange)
    {
        var config = desk.Of("config");
        foreach (var file in Directory.GetFiles(keys.ConfigFolder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(config, Path.GetRelativePath(keys.ConfigFolder, file));
            _ = Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var settings = Path.Combine(config, SettingsFile.Name);
        var json = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(settings))!;
        json["Exchange"]!["Address"] = exchange.GetLeftPart(UriPartial.Authority);
        File.WriteAllText(settings, json.ToString());
        return config;
    }

    private static async Task StoreAsync(Throwaway keys, Func<SealedStore, Task<bool>> use)
    {
        await using var store = SealedStore.Open(keys.DataFolder, TimeProvider.System);
        Assert.True(await use(store));
    }

    /// <summary>The text goes to standard input.</summary>
    private static async Task<CliRun> RunAsync(string[] arguments, string text)
    {
        var start = OwnProgram.Start(arguments);
        start.StandardInputEncoding = start.StandardOutputEncoding = start.StandardErrorEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var process = Process.Start(start)!;
        var (data, words) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(text);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await data, await words);
    }
}
