using System.Text.Json.Nodes;
using IntakeBot.Cli;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Tests.Exchange;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Cli;

public sealed class CheckTests : IDisposable
{
    private const string Token = "4242424242:NeverPrintedSecretNeverPrinted";

    private readonly TempFolder _folder = new();
    private readonly Throwaway _made;

    public CheckTests()
    {
        _made = Throwaway.Make(_folder.Of("try"), ArgonProfile.Tiny, TimeProvider.System);
        WriteSecret("telegram.token", Token);
    }

    public static TheoryData<string, string> Tokens => new()
    {
        { "", "does not hold a bot token" },
        { "4242424242", "does not hold a bot token" },
        { "\"4242424242:NeverPrintedSecret\"", "does not hold a bot token" },
        { "4242424242:NeverPrintedSecret\nsecond", "does not hold a bot token" },
        { "NeverPrinted:4242424242", "does not hold a bot token" },
        { new string('4', 300), "is longer than 256 bytes" },
    };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_ready_has_everything_that_serve_needs()
    {
        using var readiness = Readiness.Of(_made.ConfigFolder, _made.DataFolder, TimeProvider.System);

        var parts = readiness.Parts!;
        Assert.Empty(readiness.Problems);
        Assert.Equal(Token, Assert.Single(parts.Bots).Token);
        Assert.True(parts.Roster.ListsQuestionnaire(parts.QuestionnaireHash));
        Assert.Equal(parts.Roster.ExchangeKey, parts.ExchangeKey.Public);
        Assert.DoesNotContain("NeverPrinted", parts.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Looking_changes_nothing()
    {
        var before = Snapshot();

        Readiness.Of(_made.ConfigFolder, _made.DataFolder, TimeProvider.System).Dispose();

        Assert.Equal(before, Snapshot().Where(f => !f.Contains("intakes.lock", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Tokens))]
    public async Task A_file_that_holds_no_token_is_refused_without_quoting_it(string text, string why)
    {
        WriteSecret("telegram.token", text);

        var check = await Check();

        Assert.Equal(2, check.Code);
        Assert.Contains($"telegram.token: {why}", check.Data, StringComparison.Ordinal);
        Assert.DoesNotContain("NeverPrinted", check.Data + check.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("42424242", check.Data + check.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_problems_are_told_at_once_in_words_and_in_json()
    {
        var config = _made.ConfigFolder;
        File.AppendAllText(Path.Combine(config, "roster.json"), " ");
        File.AppendAllText(Path.Combine(config, "questionnaire.yaml"), "\nnonsense: 1\n");
        File.Delete(Path.Combine(_made.KeysFolder, "server.key"));
        File.Delete(Path.Combine(_made.KeysFolder, "telegram.token"));
        FileModes.Set(Path.Combine(_made.KeysFolder, "exchange.key"), UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Directory.Delete(_made.DataFolder);

        var check = await Check();
        var json = await Check("--json");

        string[] expected = ["roster.json: is not what the organisation signed", "questionnaire.yaml:", "server.key: is missing", "telegram.token: is missing", "exchange.key: others than its owner", "no such folder"];
        Assert.All(expected, e => Assert.Contains(e, check.Data, StringComparison.Ordinal));
        Assert.Equal(2, check.Code);
        Assert.Equal(2, json.Code);
        Assert.False(JsonNode.Parse(json.Data)!["ready"]!.GetValue<bool>());
        Assert.Equal(expected.Length, JsonNode.Parse(json.Data)!["problems"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_questionnaire_that_the_roster_does_not_list_is_refused_until_it_is_signed()
    {
        var file = Path.Combine(_made.ConfigFolder, "questionnaire.yaml");
        File.AppendAllText(file, "# one comment more\n");

        Assert.Contains("does not list the questionnaire", (await Check()).Data, StringComparison.Ordinal);
        await CliRun.Of("roster", "questionnaire", "--config", _made.ConfigFolder);
        Assert.Contains("is not what the organisation signed", (await Check()).Data, StringComparison.Ordinal);
        var sign = await CliRun.Of(
            "roster", "sign", "--config", _made.ConfigFolder, "--key", Path.Combine(_made.KeysFolder, "organisation.key"), "--yes");
        Assert.Equal(0, sign.Code);
        Assert.Equal(0, (await Check()).Code);
    }

    [Fact]
    public async Task An_exchange_key_that_the_roster_does_not_name_is_refused()
    {
        var file = Path.Combine(_made.KeysFolder, "exchange.key");
        File.Delete(file);
        using var other = SigningKey.Draw();
        SigningKeyFile.Create(file, other);

        Assert.Contains("is not the key that the roster names", (await Check()).Data, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"BaseUrl\": \"https://api.telegram.org\"", "\"BaseUrl\": \"api.telegram.org\"", "Telegram.BaseUrl is not an address that starts with http:// or https://")]
    [InlineData("https://api.telegram.org", "http://bot-api.example.org", "Telegram.BaseUrl is http:// on another machine, and the token would go there in the clear; use https://")]
    [InlineData("https://api.telegram.org", "http://10.0.0.1:8081", "the token would go there in the clear")]
    [InlineData("\"Proxy\": \"\"", "\"Proxy\": \"ftp://x\"", "Telegram.Proxy is neither SOCKS5 nor HTTP; give it as socks5://HOST:PORT")]
    [InlineData("\"Proxy\": \"\"", "\"Proxy\": \"socks5://ada:hush@127.0.0.1:9050\"", "Telegram.Proxy holds a name or a password")]
    [InlineData("https://api.telegram.org", "https://api.telegram.org/bot", "Telegram.BaseUrl holds more than host and port")]
    [InlineData("\"Proxy\"", "\"Proxi\"", "Proxi")]
    [InlineData("\"Telegram\": {", "\"Floods\": { \"PressBurst\": 0 }, \"Telegram\": {", "Floods.PressBurst is 0; give a number that is not below 1")]
    [InlineData("\"Telegram\": {", "\"Floods\": { \"PressesPerSecond\": -1 }, \"Telegram\": {", "Floods.PressesPerSecond is -1; give a number that is not below 0, 0 being no limit")]
    [InlineData("\"IntakeDays\": 30", "\"IntakeDays\": 31", "Retention.IntakeDays is 31; give 2 to 30: shorter is free, and longer cannot be: two days later staff's keys for it are destroyed")]
    [InlineData("\"IntakeDays\": 30", "\"IntakeDays\": 1", "Retention.IntakeDays is 1; give 2 to 30")]
    [InlineData("\"Contact\": \"\"", "\"Contact\": \"two\\nlines\"", "Operator.Contact must be one line of at most 100 signs")]
    [InlineData("http://127.0.0.1:8471", "http://10.0.0.1:8471", "Exchange.Address http://10.0.0.1:8471/ can be reached from other machines, without TLS: listen at 127.0.0.1; or write https://")]
    [InlineData("http://127.0.0.1:8471", "http://0.0.0.0:8471", "can be reached from other machines, without TLS")]
    [InlineData("http://127.0.0.1:8471", "https://10.0.0.1:8471", "Exchange.Address starts with https://: set Exchange.CertificateFile and Exchange.KeyFile")]
    [InlineData("\"Exchange\": {", "\"Exchange\": { \"CertificateFile\": \"x.crt\",", "CertificateFile or Exchange.KeyFile is set, and Exchange.Address starts with http://")]
    [InlineData("\"Address\": \"http://127.0.0.1:8471", "\"CertificateFile\": \"x.crt\", \"KeyFile\": \"x.key\", \"Address\": \"https://127.0.0.1:8471", "x.crt: is missing")]
    [InlineData("\"Telegram\": {", "\"Telegram\": {{", "intakebot.json: ")]
    public async Task A_wrong_setting_is_named(string old, string replaced, string problem)
    {
        var file = Path.Combine(_made.ConfigFolder, "intakebot.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace(old, replaced, StringComparison.Ordinal));

        var check = await Check();

        Assert.Equal(2, check.Code);
        Assert.Contains(problem, check.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_onion_service_or_a_certificate_lets_the_Exchange_listen_elsewhere_and_check_says_that_it_does()
    {
        using var pem = new PemFiles(Day.Today(TimeProvider.System).Plus(-1), Day.Today(TimeProvider.System).Plus(90));
        var file = Path.Combine(_made.ConfigFolder, "intakebot.json");
        var text = File.ReadAllText(file);
        string Exchange(string section) => text.Replace("\"Address\": \"http://127.0.0.1:8471\"", section, StringComparison.Ordinal);

        File.WriteAllText(file, Exchange("\"Address\": \"http://10.0.0.1:8471\", \"Onion\": true"));
        var onion = await Check();
        File.WriteAllText(file, Exchange($"\"Address\": \"https://10.0.0.1:8471\", \"CertificateFile\": \"{pem.Certificate}\", \"KeyFile\": \"{pem.Key}\""));
        var tls = await Check();
        using var readiness = Readiness.Of(_made.ConfigFolder, _made.DataFolder, TimeProvider.System);

        Assert.Equal((0, 0), (onion.Code, tls.Code));
        Assert.All([onion, tls], c => Assert.Contains("10.0.0.1:8471/ can be reached from other machines; let only the desks' tunnel reach it", c.Data + c.Words, StringComparison.Ordinal));
        Assert.Equal(pem.Thumbprint, readiness.Parts!.ExchangeTls!.Certificate.Thumbprint);
    }

    [Fact]
    public async Task How_long_intakes_are_kept_is_said_and_a_change_of_it_beforehand()
    {
        DayBook.Open(_made.DataFolder, Day.Today(TimeProvider.System)).Done(Day.Today(TimeProvider.System), null);
        var before = await Check();
        var file = Path.Combine(_made.ConfigFolder, "intakebot.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"IntakeDays\": 30", "\"IntakeDays\": 7", StringComparison.Ordinal));

        var check = await Check();

        Assert.Contains("Intakes are kept 30 days", before.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("last ran with", before.Data, StringComparison.Ordinal);
        Assert.Equal(0, check.Code);
        Assert.Contains("Intakes are kept 7 days", check.Words, StringComparison.Ordinal);
        Assert.Contains("warning Retention.IntakeDays is 7; the server last ran with 30", check.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_a_running_server_holds_is_told()
    {
        await using var held = SealedStore.Open(_made.DataFolder, TimeProvider.System);

        Assert.Contains("another process uses this store", (await Check()).Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_would_be_set_aside_is_a_warning_and_is_left_alone()
    {
        var file = Path.Combine(_made.DataFolder, ExchangeLogFolder.LogName);
        _ = Directory.CreateDirectory(_made.DataFolder);
        await File.WriteAllTextAsync(file, "no log");

        var check = await Check();

        Assert.Equal(0, check.Code);
        Assert.Contains($"warning {file}: is damaged. The next start keeps it", check.Data, StringComparison.Ordinal);
        Assert.Equal("no log", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task What_soon_will_stop_it_is_a_warning()
    {
        var removed = await CliRun.Of("roster", "remove", "staff-2", "--config", _made.ConfigFolder, "--yes");
        await CliRun.Of("roster", "sign", "--config", _made.ConfigFolder, "--key", Path.Combine(_made.KeysFolder, "organisation.key"), "--yes");

        var check = await Check();

        Assert.Equal(0, removed.Code);
        Assert.Equal(0, check.Code);
        Assert.Contains(
            "warning desk hotline: staff-1 alone can open what is sealed to it, and one lost key would lose everything said", check.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_what_dies_with_the_server_key()
    {
        var check = await Check();

        Assert.Contains(
            $"{Path.Combine(_made.KeysFolder, "server.key")}: with it die the open conversations and the receipt codes. Nobody can tell from here whether there is a copy: keep one in a safe.\n",
            check.Words.Replace(Path.Combine(_made.ConfigFolder, "..", "keys"), _made.KeysFolder, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_list_of_what_was_erased_is_told_and_stops_nothing()
    {
        await (SealedStore.Open(_made.DataFolder, TimeProvider.System) is var store ? store.DisposeAsync() : default);
        var before = await Check();
        File.Delete(Path.Combine(_made.DataFolder, "erased.rows"));

        var check = await Check();

        Assert.DoesNotContain("erased.rows", before.Data, StringComparison.Ordinal);
        Assert.Equal(0, check.Code);
        Assert.Contains($"warning {Path.Combine(_made.DataFolder, "erased.rows")}: is missing; the next start makes it anew", check.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_book_of_places_is_refused()
    {
        File.WriteAllText(Path.Combine(_made.DataFolder, PlaceBook.FileName), "{}");
        FileModes.Set(Path.Combine(_made.DataFolder, PlaceBook.FileName), UnixFileMode.UserRead | UnixFileMode.UserWrite);

        var check = await Check();

        Assert.Equal(2, check.Code);
        Assert.Contains("places.json: is damaged", check.Data, StringComparison.Ordinal);
    }

    private Task<CliRun> Check(params string[] more) => CliRun.Of(["check", "--offline", "--config", _made.ConfigFolder, "--data", _made.DataFolder, .. more]);

    private void WriteSecret(string name, string text)
    {
        var file = Path.Combine(_made.KeysFolder, name);
        File.WriteAllText(file, text);
        FileModes.Set(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private List<string> Snapshot() =>
    [
        .. Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Order()
            .Select(f => $"{f} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f)))}"),
    ];
}
