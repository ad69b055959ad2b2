using System.Text.Json.Nodes;
using IntakeBot.Cli;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Cli;

public sealed class KeysVerbTests : IDisposable
{
    private const string Passphrase = "rope lamp seven walnut";

    private readonly TempFolder _folder = new();

    public KeysVerbTests() => WriteSecret("passphrase", Passphrase);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_organisation_and_its_staff_are_made_apart_and_come_together_in_a_signed_roster()
    {
        await CliRun.Of("init", _folder.Of("try"));
        var config = _folder.Of("try", "config");
        await Keys("new", _folder.Of("organisation"), "--organisation");
        foreach (var (name, place) in new[] { ("ada", 0), ("ben", 1), ("eve", 2), ("fay", 3) })
        {
            await Keys("new", _folder.Of(name));
            await Keys("public", _folder.Of(name), "--out", _folder.Of($"{name}.json"));
            var added = await CliRun.Of(
                "roster", "add", _folder.Of($"{name}.json"), "--pseudonym", name, "--desk", place < 2 ? "hotline" : "safeguarding", "--config", config);
            Assert.Equal((0, $"{name} place {place}\n"), (added.Code, added.Data));
        }

        var signed = await CliRun.Of(
            "roster", "sign", "--config", config, "--key", _folder.Of("organisation"), "--passphrase-file", _folder.Of("passphrase"), "--yes");
        var check = await CliRun.Of("roster", "check", "--config", config, "--data", _folder.Of("try", "data"));
        var show = await CliRun.Of("roster", "show", "--config", config, "--data", _folder.Of("try", "data"), "--json");

        Assert.Equal(0, signed.Code);
        Assert.Equal((0, ""), (check.Code, check.Data));
        Assert.Equal(["ada", "ben", "eve", "fay"], JsonNode.Parse(show.Data)!["members"]!.AsArray().Select(m => m!["pseudonym"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_new_identity_has_keys_for_today_and_at_least_three_epochs_ahead()
    {
        var made = await Keys("new", _folder.Of("ada"));

        using var identity = IdentityFile.Read(_folder.Of("ada"), Passphrase, [])!;
        var today = Day.Today(TimeProvider.System);
        var (oldest, current) = (EpochCalendar.Default.OldestOpen(today), EpochCalendar.Default.EpochOf(today));

        Assert.Equal(Enumerable.Range((int)oldest, (int)(current - oldest) + 6).Select(e => (uint)e), identity.Epochs);
        Assert.Equal($"{identity.Signing.Public}\n", made.Data);
        Assert.Contains(Fingerprint.Of(identity.Signing.Public), made.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_is_there_is_overwritten()
    {
        await Keys("new", _folder.Of("ada"));
        var before = File.ReadAllBytes(_folder.Of("ada"));

        var again = await Keys("new", _folder.Of("ada"));
        var output = await Keys("public", _folder.Of("ada"), "--out", _folder.Of("passphrase"));

        Assert.Equal((2, $"{_folder.Of("ada")}: exists already and is not overwritten\n"), (again.Code, again.Words));
        Assert.Equal(2, output.Code);
        Assert.Equal(before, File.ReadAllBytes(_folder.Of("ada")));
        Assert.Equal(Passphrase, File.ReadAllText(_folder.Of("passphrase")));
    }

    [Theory]
    [InlineData("too short")]
    [InlineData("한국어 암호는 다른 자판에서 다를 수 있다")]
    [InlineData("two lines\nof a passphrase")]
    [InlineData("")]
    public async Task A_passphrase_that_would_not_do_makes_no_file(string passphrase)
    {
        WriteSecret("passphrase", passphrase);

        var made = await Keys("new", _folder.Of("ada"));

        Assert.Equal(2, made.Code);
        Assert.False(File.Exists(_folder.Of("ada")));
    }

    [Fact]
    public async Task A_wrong_passphrase_writes_nothing()
    {
        await Keys("new", _folder.Of("ada"));
        WriteSecret("passphrase", "another one entirely");

        var wrong = await Keys("public", _folder.Of("ada"), "--out", _folder.Of("ada.json"));

        Assert.Equal(2, wrong.Code);
        Assert.Contains("the passphrase is wrong or the file is damaged", wrong.Words, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.Of("ada.json")));
    }

    [Fact]
    public async Task Renewed_keys_replace_the_public_file_without_a_new_signature()
    {
        var made = Throwaway.Make(_folder.Of("try"), ArgonProfile.Tiny, TimeProvider.System);
        string[] passphrase = ["--passphrase-file", made.PassphraseFile];
        var identity = made.Members[0].IdentityFile;

        var renewed = await CliRun.Of(["keys", "renew", identity, "--epochs", "9", .. passphrase]);
        await CliRun.Of(["keys", "public", identity, "--out", _folder.Of("new.json"), .. passphrase]);
        var added = await CliRun.Of("roster", "add", _folder.Of("new.json"), "--pseudonym", "staff-1", "--config", made.ConfigFolder);

        Assert.Equal(0, renewed.Code);
        Assert.Equal(0, added.Code);
        var roster = RosterFolder.Read(made.ConfigFolder, made.DataFolder, Day.Today(TimeProvider.System)).Roster!;
        Assert.Equal(9, roster.Members[0].EpochKeys.Keys.Count(e => e >= roster.EpochOf(Day.Today(TimeProvider.System))));
    }

    [Fact]
    public async Task Another_key_under_a_taken_pseudonym_is_refused()
    {
        var made = Throwaway.Make(_folder.Of("try"), ArgonProfile.Tiny, TimeProvider.System);
        await Keys("new", _folder.Of("eve"));
        await Keys("public", _folder.Of("eve"), "--out", _folder.Of("eve.json"));
        var before = File.ReadAllBytes(Path.Combine(made.ConfigFolder, "members", "staff-1.json"));

        var added = await CliRun.Of("roster", "add", _folder.Of("eve.json"), "--pseudonym", "staff-1", "--config", made.ConfigFolder);

        Assert.Equal(2, added.Code);
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(made.ConfigFolder, "members", "staff-1.json")));
    }

    [Fact]
    public async Task Another_organisation_s_key_does_not_sign()
    {
        var made = Throwaway.Make(_folder.Of("try"), ArgonProfile.Tiny, TimeProvider.System);
        using var other = SigningKey.Draw();
        SigningKeyFile.Create(_folder.Of("other.key"), other);
        var before = File.ReadAllText(Path.Combine(made.ConfigFolder, "roster.sig"));

        var signed = await CliRun.Of("roster", "sign", "--config", made.ConfigFolder, "--key", _folder.Of("other.key"), "--yes");

        Assert.Equal(2, signed.Code);
        Assert.Equal(before, File.ReadAllText(Path.Combine(made.ConfigFolder, "roster.sig")));
    }

    [Theory]
    [InlineData("keys")]
    [InlineData("nonsense")]
    [InlineData("keys new")]
    [InlineData("roster add x")]
    public async Task Arguments_that_make_no_sense_are_refused_with_2(string line)
    {
        Assert.Equal(2, (await CliRun.Of(line.Split(' '))).Code);
    }

    private Task<CliRun> Keys(string verb, string file, params string[] more) =>
        CliRun.Of(["keys", verb, file, "--passphrase-file", _folder.Of("passphrase"), .. more]);

    private void WriteSecret(string name, string text)
    {
        File.WriteAllText(_folder.Of(name), text);
        FileModes.Set(_folder.Of(name), UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
