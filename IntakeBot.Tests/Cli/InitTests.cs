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
    public async Task What_it_was_told_stands_in_settings_and_roster()
    {
        var init = await CliRun.Of(
            "init", _folder.Of("try"), "--exchange", "http://intakebotintakebotintakebotintakebotintakebotintakebotab.onion", "--retention-days", "7", "--proxy", "socks5://127.0.0.1:9050");

        var settings = SettingsFile.Read(_folder.Of("try", "config")).Settings!;
        Assert.Equal(0, init.Code);
        Assert.Equal((7, "socks5://127.0.0.1:9050", "http://127.0.0.1:8471"), (settings.Retention.IntakeDays, settings.Telegram.Proxy, settings.Exchange.Address));
        Assert.Equal(
            "http://intakebotintakebotintakebotintakebotintakebotintakebotab.onion/",
            JsonNode.Parse(File.ReadAllText(_folder.Of("try", "config", "roster.json")))!["exchange"]!["address"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("--exchange", "hotline.example", "--exchange is no address of an Exchange; give it as http://NAME.onion or https://HOST:PORT")]
    [InlineData("--exchange", "https://hotline.example/desk", "--exchange is no address of an Exchange")]
    [InlineData("--retention-days", "31", "--retention-days does not do: IntakeDays is 31; give 2 to 30")]
    [InlineData("--retention-days", "month", "--retention-days is no number of days")]
    [InlineData("--proxy", "socks5://ada:hush@127.0.0.1:9050", "--proxy holds a name or a password")]
    public async Task What_cannot_be_read_is_refused_and_nothing_is_made(string flag, string value, string why)
    {
        var init = await CliRun.Of("init", _folder.Of("try"), flag, value);

        Assert.Equal(2, init.Code);
        Assert.Contains(why, init.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", init.Words, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Of("try")));
    }

    [Fact]
    public async Task A_throwaway_set_up_takes_no_wishes()
    {
        var init = await CliRun.Of("init", "--throwaway", _folder.Of("try"), "--retention-days", "7");

        Assert.Equal((2, "--throwaway chooses for itself: leave the other flags out\n"), (init.Code, init.Words.ReplaceLineEndings("\n")));
        Assert.False(Directory.Exists(_folder.Of("try")));
    }

    [Fact]
    public void A_question_is_asked_again_until_its_answer_can_be_read_and_Enter_is_as_shipped()
    {
        var asked = new List<string>();
        var answers = new Queue<string?>(["hotline.example", "https://hotline.example:8471", "40", "", "nonsense"]);

        var wish = InitWish.Ask(question =>
        {
            asked.Add(question);
            return answers.TryDequeue(out var answer) ? answer : null;
        });

        Assert.Equal(new InitWish { Exchange = "https://hotline.example:8471" }, wish);
        Assert.Equal(6, asked.Count);
        Assert.StartsWith("That is no address of an Exchange", asked[1], StringComparison.Ordinal);
        Assert.StartsWith("That does not do: IntakeDays is 40", asked[3], StringComparison.Ordinal);
        Assert.StartsWith("That is no address of a proxy", asked[5], StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_leaves_a_checklist_for_the_key_ceremony_that_names_this_set_up_and_no_secret()
    {
        var init = await CliRun.Of("init", _folder.Of("try"));

        var list = await File.ReadAllTextAsync(_folder.Of("try", Ceremony.FileName), TestContext.Current.CancellationToken);
        Assert.Contains(_folder.Of("try", Ceremony.FileName), init.Words, StringComparison.Ordinal);
        var key = SigningKeyFile.Read(_folder.Of("try", "keys", "exchange.key"), [])!;
        Assert.Contains($"The Exchange's key: {Fingerprint.Of(key.Public)}\n", list.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("Desks that the questionnaire seals to: hotline, safeguarding.", list, StringComparison.Ordinal);
        Assert.Contains(_folder.Of("try", "keys", "server.key"), list, StringComparison.Ordinal);
        Assert.All(
            File.ReadAllText(_folder.Of("try", "keys", "server.key")).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 16),
            word => Assert.DoesNotContain(word, list, StringComparison.Ordinal));
        key.Dispose();
    }

    [Fact]
    public async Task Every_verb_that_the_checklist_names_is_one()
    {
        _ = await CliRun.Of("init", _folder.Of("try"));
        var list = await File.ReadAllTextAsync(_folder.Of("try", Ceremony.FileName), TestContext.Current.CancellationToken);

        var verbs = System.Text.RegularExpressions.Regex.Matches(list, "`intakebot ([a-z -]+?)(?: -|`| [A-Z/])").Select(m => m.Groups[1].Value.Trim()).Distinct().ToList();

        Assert.True(verbs.Count > 8, string.Join(", ", verbs));
        foreach (var verb in verbs)
        {
            Assert.Equal(verb.Split(' ')[^1], CommandLine.Root(ArgonProfile.Tiny, TimeProvider.System).Parse(verb).CommandResult.Command.Name);
        }
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

    private Task<CliRun> Check() => CliRun.Of("check", "--offline", "--config", _folder.Of("try", "config"), "--data", _folder.Of("try", "data"));
}
