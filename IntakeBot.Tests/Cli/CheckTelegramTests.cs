using IntakeBot.Phone;
using IntakeBot.Tests.Exchange;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Cli;

/// <summary>What <c>check</c> asks of Telegram, in the way of the settings, and what it says of the answers.</summary>
public sealed class CheckTelegramTests : IAsyncLifetime
{
    private BotsRig _rig = null!;

    public async ValueTask InitializeAsync() => _rig = await BotsRig.StartAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task A_bot_that_is_set_well_is_ready_and_nothing_is_changed_at_Telegram()
    {
        var check = await CheckAsync();

        Assert.Equal(0, check.Code);
        Assert.DoesNotContain("bot 1", check.Data, StringComparison.Ordinal);
        Assert.DoesNotContain("clock", check.Data, StringComparison.Ordinal);
        Assert.Equal(["getMe", "getWebhookInfo"], _rig.Phone.World.Requests.Recent.Select(r => r.Method));
    }

    [Fact]
    public async Task Nobody_is_asked_with_offline()
    {
        var check = await _rig.Check();

        Assert.Equal(0, check.Code);
        Assert.Empty(_rig.Phone.World.Requests.Recent);
    }

    [Fact]
    public async Task What_only_BotFather_can_set_is_a_warning_with_the_way_to_set_it()
    {
        _rig.Phone.World.Bot.CanJoinGroups = true;
        _rig.Phone.World.Bot.SupportsInlineQueries = true;
        _rig.Phone.World.Bot.CanReadAllGroupMessages = true;

        var check = await CheckAsync();

        Assert.Equal(0, check.Code);
        Assert.Contains("warning bot 1: can be put into groups, where others would see who writes: at @BotFather, /setjoingroups, Disable", check.Data, StringComparison.Ordinal);
        Assert.Contains("warning bot 1: can be called up in any chat: at @BotFather, /setinline", check.Data, StringComparison.Ordinal);
        Assert.Contains("warning bot 1: reads all that is said in a group: at @BotFather, /setprivacy, Enable", check.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_where_Telegram_is_polled_is_a_problem_and_its_address_is_not_told()
    {
        await SetWebhookAsync("https://stranger.example/hook");

        var check = await CheckAsync();

        Assert.Equal(2, check.Code);
        Assert.Contains("problem bot 1: has a webhook that is not of these settings, so somebody else gets what is pressed. Unless it was you, revoke the token", check.Data, StringComparison.Ordinal);
        Assert.DoesNotContain("stranger", check.Data + check.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unhook_takes_a_webhook_away_and_leaves_what_waits()
    {
        var person = _rig.Phone.World.Join("Test");
        person.Start();
        await SetWebhookAsync("https://stranger.example/hook");

        var first = await _rig.Run("bot", "unhook");
        var second = await _rig.Run("bot", "unhook");

        Assert.Equal((0, "bot 1: its webhook is gone\n"), (first.Code, first.Data.ReplaceLineEndings("\n")));
        Assert.Equal((0, "bot 1: had none\n"), (second.Code, second.Data.ReplaceLineEndings("\n")));
        Assert.Equal(1, _rig.Phone.World.Bot.PendingUpdates);
        Assert.Equal(0, (await CheckAsync()).Code);
    }

    [Fact]
    public async Task A_token_that_Telegram_does_not_know_is_a_problem_and_not_quoted()
    {
        _rig.WriteToken("telegram.token", "4242424242:NeverPrintedSecret");

        var check = await CheckAsync();

        Assert.Equal(2, check.Code);
        Assert.Contains("problem bot 1: Telegram does not know its token; copy it again from @BotFather into the token file", check.Data, StringComparison.Ordinal);
        Assert.DoesNotContain("NeverPrinted", check.Data + check.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Telegram_that_cannot_be_reached_is_a_problem_with_the_way_to_leave_it_out()
    {
        _rig.Set(telegram => telegram["BaseUrl"] = $"http://127.0.0.1:{SmallServer.FreePort()}");

        var check = await CheckAsync();

        Assert.Equal(2, check.Code);
        Assert.Contains("problem bot 1: Telegram cannot be reached; look at the network, the proxy and the address in the settings; --offline leaves this question out", check.Data, StringComparison.Ordinal);
        Assert.EndsWith("Not ready: 1 to mend.\n", check.Words.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_asks_through_the_proxy_of_the_settings_alone()
    {
        _rig.Set(telegram => telegram["Proxy"] = $"socks5://127.0.0.1:{SmallServer.FreePort()}");
        var down = await CheckAsync();
        Assert.Empty(_rig.Phone.World.Requests.Recent);

        await using var proxy = new Wiretap(_rig.Phone.Address, isSocks: true);
        _rig.Set(telegram =>
        {
            telegram["Proxy"] = $"socks5://127.0.0.1:{proxy.Address.Port}";
            telegram["BaseUrl"] = "http://botapi";
        });
        var up = await CheckAsync();

        Assert.Contains("problem bot 1: Telegram cannot be reached", down.Data, StringComparison.Ordinal);
        Assert.Equal(0, up.Code);
        Assert.Equal("botapi:80", Assert.Single(proxy.Asked.Distinct()));
    }

    [Theory]
    [InlineData(90, "this machine's clock is 9[0-9] s ahead of Telegram's")]
    [InlineData(-120, "this machine's clock is 1[12][0-9] s behind Telegram's")]
    [InlineData(5, null)]
    public async Task A_clock_that_is_off_by_more_than_half_a_minute_is_a_warning(int seconds, string? told)
    {
        var check = await CliRun.At(
            new ShiftedTime(TimeSpan.FromSeconds(seconds)), "check", "--config", _rig.Made.ConfigFolder, "--data", _rig.Made.DataFolder);

        Assert.Equal(0, check.Code);
        if (told is null)
        {
            Assert.DoesNotContain("this machine's clock", check.Data, StringComparison.Ordinal);
        }
        else
        {
            Assert.Matches($"warning {told}.*NTP", check.Data);
        }
    }

    private Task<CliRun> CheckAsync() => _rig.Run("check", "--data", _rig.Made.DataFolder);

    private async Task SetWebhookAsync(string url)
    {
        using var http = new HttpClient();
        using var arguments = new FormUrlEncodedContent([new("url", url)]);
        using var answer = await http.PostAsync(new Uri(_rig.Phone.Address, $"/bot{new PhoneOptions().Token}/setWebhook"), arguments);
        Assert.True(answer.IsSuccessStatusCode);
    }
}
