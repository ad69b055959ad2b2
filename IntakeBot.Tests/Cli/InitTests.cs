using System.Text.Json.Nodes;
using IntakeBot.Cli;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Cli;

public sealed class InitTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_throwaway_set_up_with_a_token_is_ready_to_serve()
    {
        var init = await CliRun.Of("init", "--throwaway", _folder.Of("try"));
        WriteToken("123456:TEST");

        var check = await Check();

        Assert.Equal(0, init.Code);
        Assert.EndsWith("\nReady.\n", check.Words, StringComparison.Ordinal);
        Assert.Equal(0, check.Code);
        Assert.Matches(
            @"\Awarning .*numbers\.yaml: nobody has checked .*\nwarning .*replies\.yaml: these texts to send are drafts.*\nwarning .*: Telegram has a cover but neither .*\ndrafts [a-z, ]+\nquestionnaire [0-9a-f]{40}\n\z", check.Data);
    }

    [Fact]
    public async Task Its_passphrase_opens_its_identities()
    {
        var init = await CliRun.Of("init", "--throwaway", "--json", _folder.Of("try"));
        var report = JsonNode.Parse(init.Data)!;
        var passphrase = report["passphrase"]!.GetValue<string>();

        Assert.Matches("^[a-z2-9]{5}(-[a-z2-9]{5}){4}$", passphrase);
        Assert.Equal(4, report["identities"]!.AsArray().Count);
        foreach (var file in report["identities"]!.AsArray())
        {
            using var identity = IdentityFile.Read(file!.GetValue<string>(), passphrase, []);
            Assert.Equal(4, identity!.Epochs.Count);
        }
    }

    [Fact]
    public void A_throwaway_set_up_seals_to_every_desk_that_is_asked_for()
    {
        var made = Throwaway.Make(_folder.Of("try"), ArgonProfile.Tiny, TimeProvider.System, "http://127.0.0.1:9999");

        var roster = RosterFolder.Read(made.ConfigFolder, made.DataFolder, Day.Today(TimeProvider.System), made.Members.Select(m => m.Desk)).Roster!;

        Assert.Equal(8, roster.Places);
        Assert.Equal(new Uri("http://127.0.0.1:9999"), roster.ExchangeAddress);
        Assert.Equal("http://127.0.0.1:9999", SettingsFile.Read(made.ConfigFolder).Settings!.Exchange.Address);
        Assert.Empty(roster.Warnings(Day.Today(TimeProvider.System)));
        Assert.DoesNotContain(made.Passphrase, made.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_real_set_up_says_what_is_still_to_do_and_holds_no_staff_secret()
    {
        var init = await CliRun.Of("init", _folder.Of("try"));

        Assert.Equal(0, init.Code);
        Assert.Contains("keys new --organisation", init.Words, StringComparison.Ordinal);
        Assert.Equal(["exchange.key", "server.key"], Directory.EnumerateFiles(_folder.Of("try", "keys")).Select(Path.GetFileName).Order());
        Assert.Equal(
            ["intakebot.json", "leaflet.yaml", "numbers.yaml", "questionnaire.yaml", "replies.yaml", "roster.json"], Directory.EnumerateFiles(_folder.Of("try", "config")).Select(Path.GetFileName).Order());
        var check = await Check();
        Assert.Equal(2, check.Code);
        Assert.Contains("organisation.pub: is missing", check.Data, StringComparison.Ordinal);
        Assert.Contains("roster.sig: is missing", check.Data, StringComparison.Ordinal);
        Assert.Contains("nobody could open what is said to desk 'hotline'", check.Data, StringComparison.Ordinal);
        Assert.Contains("telegram.token: is missing", check.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_their_owner_may_enter_its_folders_and_read_its_keys()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        await CliRun.Of("init", "--throwaway", _folder.Of("try"));
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        Assert.All(
            Directory.EnumerateDirectories(_folder.Of("try"), "*", SearchOption.AllDirectories).Prepend(_folder.Of("try")),
            d => Assert.Equal(Owner | UnixFileMode.UserExecute, FileModes.Of(d)));
        Assert.All(Directory.EnumerateFiles(_folder.Of("try", "keys")), f => Assert.Equal(Owner, FileModes.Of(f)));
    }

    [Fact]
    public async Task A_folder_that_is_not_empty_is_left_alone()
    {
        Directory.CreateDirectory(_folder.Of("try"));
        File.WriteAllText(_folder.Of("try", "mine"), "");

        var init = await CliRun.Of("init", _folder.Of("try"));

        Assert.Equal((2, "", $"{_folder.Of("try")}: is not empty; name a new folder\n"), (init.Code, init.Data, init.Words));
        Assert.Single(Directory.EnumerateFileSystemEntries(_folder.Of("try")));
    }

    [Fact]
    public void Its_config_is_the_repository_s_own_byte_for_byte()
    {
        var made = Throwaway.Make(_folder.Of("try"), ArgonProfile.Tiny, TimeProvider.System);

        foreach (var file in Directory.EnumerateFiles(Repository.Path("config"), "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(Repository.Path("config"), file);
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(made.ConfigFolder, name)));
        }
    }

    private void WriteToken(string token)
    {
        File.WriteAllText(_folder.Of("try", "keys", "telegram.token"), token + "\n");
        FileModes.Set(_folder.Of("try", "keys", "telegram.token"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private Task<CliRun> Check() => CliRun.Of("check", "--config", _folder.Of("try", "config"), "--data", _folder.Of("try", "data"));
}
