using System.Text.Json.Nodes;
using IntakeBot.Cli;
using IntakeBot.Core.Sealing;
using IntakeBot.Messenger;
using IntakeBot.Tests.Exchange;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Cli;

public sealed class WebhookSettingTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Throwaway _made;

    public WebhookSettingTests()
    {
        _made = Throwaway.Make(_folder.Of("try"), ArgonProfile.Tiny, TimeProvider.System);
        var token = Path.Combine(_made.KeysFolder, "telegram.token");
        File.WriteAllText(token, "4242424242:NeverPrintedSecret");
        FileModes.Set(token, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{ "Url": "http://hotline.example/hook" }""", "Telegram.Webhook.Url is to start with https://: Telegram delivers to no other")]
    [InlineData("""{ "Url": "http://127.0.0.1/hook" }""", "Telegram.Webhook.Url is to start with https://")]
    [InlineData("""{ "Url": "hotline.example/hook" }""", "Telegram.Webhook.Url is no address; write https://NAME/PATH")]
    [InlineData("""{ "Url": "https://hotline.example:8444/hook" }""", "Telegram.Webhook.Url is at port 8444; Telegram delivers to 443, 80, 88, 8443 alone")]
    [InlineData("""{ "Url": "https://hotline.example/hook?x=1" }""", "Telegram.Webhook.Url holds more than host, port and path")]
    [InlineData("""{ "Url": "https://ada:hush@hotline.example/hook" }""", "Telegram.Webhook.Url holds more than host, port and path")]
    [InlineData("""{ "Url": "https://hotline.example/a%20b" }""", "Telegram.Webhook.Url is to have a path of A-Z")]
    [InlineData("""{ "Url": "https://hotline.example/", "Address": "127.0.0.1:8443" }""", "Telegram.Webhook.Address is not an address that starts with http:// or https://")]
    [InlineData("""{ "Url": "https://hotline.example/", "Address": "http://10.0.0.1:8443" }""", "Telegram.Webhook.Address http://10.0.0.1:8443/ can be reached from other machines, without TLS")]
    [InlineData("""{ "Url": "https://hotline.example/", "Address": "https://10.0.0.1:8443" }""", "Telegram.Webhook.Address starts with https://: set CertificateFile and KeyFile")]
    [InlineData("""{ "Url": "https://hotline.example/", "CertificateFile": "x.crt" }""", "Telegram.Webhook.Address starts with http://, and CertificateFile or KeyFile is set")]
    [InlineData("""{ "Url": "https://hotline.example/", "Address": "http://127.0.0.1:9464" }""", "Telegram.Webhook.Address and Health.Address have the same port")]
    [InlineData("""{ "Url": "https://hotline.example/", "Networks": [ "149.154.160.0/33" ] }""", "Telegram.Webhook.Networks holds \"149.154.160.0/33\", which is no network such as 149.154.160.0/20")]
    [InlineData("""{ "Url": "https://hotline.example/", "Secret": "x" }""", "Secret")]
    public async Task A_wrong_setting_is_named_with_its_remedy(string webhook, string problem)
    {
        Set(webhook);

        var check = await CheckAsync();

        Assert.Equal(2, check.Code);
        Assert.Contains(problem, check.Data, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", check.Data + check.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_url_Telegram_is_polled_whatever_else_is_set()
    {
        Set("""{ "Address": "http://127.0.0.1:8443" }""");
        using var readiness = Readiness.Of(_made.ConfigFolder, _made.DataFolder, TimeProvider.System);

        Assert.Equal(0, (await CheckAsync()).Code);
        Assert.Null(readiness.Parts!.Webhook);
        Assert.Null(Server.Options(readiness.Parts.Settings.Telegram, readiness.Parts.Bots[0], 1).Webhook);
    }

    [Fact]
    public void Behind_a_reverse_proxy_on_this_machine_whoever_is_on_it_may_come_and_each_bot_has_its_own_address()
    {
        Set("""{ "Url": "https://hotline.example/hook/" }""");
        using var readiness = Readiness.Of(_made.ConfigFolder, _made.DataFolder, TimeProvider.System);

        var webhook = readiness.Parts!.Webhook!;
        Assert.Equal(new Uri("http://127.0.0.1:8443"), webhook.Address);
        Assert.Null(webhook.Networks);
        Assert.Equal("https://hotline.example/hook/2", Server.Options(readiness.Parts.Settings.Telegram, readiness.Parts.Bots[0], 2).Webhook!.AbsoluteUri);
    }

    [Fact]
    public void With_a_certificate_Telegram_s_networks_alone_may_come()
    {
        using var pem = new PemFiles(Day.Today(TimeProvider.System).Plus(-1), Day.Today(TimeProvider.System).Plus(90));
        Set($$"""{ "Url": "https://hotline.example:8443/", "Address": "https://0.0.0.0:8443", "CertificateFile": "{{pem.Certificate}}", "KeyFile": "{{pem.Key}}" }""");
        using var readiness = Readiness.Of(_made.ConfigFolder, _made.DataFolder, TimeProvider.System);

        var webhook = readiness.Parts!.Webhook!;
        Assert.Equal(WebhookListening.Telegram, webhook.Networks);
        Assert.Equal(pem.Thumbprint, webhook.Certificate!.Thumbprint);
    }

    [Fact]
    public async Task In_a_container_s_network_the_reverse_proxy_alone_may_come_and_check_says_that_there_is_no_TLS()
    {
        Set("""{ "Url": "https://hotline.example/", "Address": "http://0.0.0.0:8443", "Networks": [ "172.18.0.2/32" ] }""");
        using var readiness = Readiness.Of(_made.ConfigFolder, _made.DataFolder, TimeProvider.System);

        Assert.True(readiness.Parts!.Webhook!.Admits(System.Net.IPAddress.Parse("172.18.0.2")));
        Assert.False(readiness.Parts.Webhook.Admits(System.Net.IPAddress.Parse("172.18.0.3")));
        Assert.Contains("Telegram.Webhook.Address http://0.0.0.0:8443/ is listened at without TLS", (await CheckAsync()).Data, StringComparison.Ordinal);
    }

    private void Set(string webhook)
    {
        var file = Path.Combine(_made.ConfigFolder, SettingsFile.Name);
        var settings = JsonNode.Parse(File.ReadAllText(file))!;
        settings["Telegram"]!["Webhook"] = JsonNode.Parse(webhook);
        File.WriteAllText(file, settings.ToJsonString());
    }

    private Task<CliRun> CheckAsync() => CliRun.Of("check", "--offline", "--config", _made.ConfigFolder, "--data", _made.DataFolder);
}
