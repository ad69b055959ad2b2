using IntakeBot.Core.Exchange;
using IntakeBot.Messenger;
using IntakeBot.Phone;
using IntakeBot.Tests.Exchange;
using IntakeBot.Tests.Support;
using static IntakeBot.Tests.Journeys.Walks;

namespace IntakeBot.Tests.Journeys;

/// <summary>The way to Telegram through a proxy: all of it, by name, and no other way.</summary>
public sealed class ProxyTests
{
    /// <summary>A name that nobody but the proxy can look up.</summary>
    private const string Name = "botapi.invalid";

    [Fact]
    public async Task An_intake_goes_through_a_socks_proxy_that_is_asked_for_Telegram_by_its_name()
    {
        Wiretap? proxy = null;
        await using var hotline = await TestHotline.StartAsync(way: phone =>
        {
            proxy ??= new(phone.Address, isSocks: true);
            return Options(new($"http://{Name}:8081"), $"socks5://127.0.0.1:{proxy.Address.Port}");
        });

        await PressAsync(hotline);

        Assert.Equal($"{Name}:8081", Assert.Single(proxy!.Asked.Distinct()));
        await hotline.StopServerAsync();
        await proxy.DisposeAsync();
    }

    [Fact]
    public async Task An_intake_goes_through_an_http_proxy()
    {
        Wiretap? proxy = null;
        await using var hotline = await TestHotline.StartAsync(way: phone =>
        {
            proxy ??= new(phone.Address);
            return Options(new($"http://{Name}:8081"), $"http://127.0.0.1:{proxy.Address.Port}");
        });

        await PressAsync(hotline);

        Assert.Contains($"POST http://{Name}:8081/bot", System.Text.Encoding.ASCII.GetString(proxy!.Heard), StringComparison.Ordinal);
        await hotline.StopServerAsync();
        await proxy.DisposeAsync();
    }

    [Fact]
    public async Task Telegram_s_TLS_is_a_tunnel_that_the_http_proxy_does_not_see_into()
    {
        var asked = new TaskCompletionSource<string>();
        using var proxy = SmallServer.OfHttp(head =>
        {
            _ = asked.TrySetResult(head);
            return "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n";
        });
        await using var hotline = await TestHotline.StartAsync(way: _ => Options(new("https://api.telegram.org"), $"http://127.0.0.1:{proxy.Port}"));

        var head = await asked.Task.WaitAsync(Taps.Patience, TestContext.Current.CancellationToken);

        Assert.StartsWith("CONNECT api.telegram.org:443 HTTP/1.1\r\n", head, StringComparison.Ordinal);
        Assert.DoesNotContain(new PhoneOptions().Token, head, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("socks5")]
    [InlineData("http")]
    public async Task Where_the_proxy_is_down_nobody_is_reached_another_way(string scheme)
    {
        await using var hotline = await TestHotline.StartAsync(way: phone => Options(phone.Address, $"{scheme}://127.0.0.1:{SmallServer.FreePort()}"));

        using var deadline = new CancellationTokenSource(Taps.Patience);
        while (hotline.Health.Polls[PollOutcome.Away] < 2)
        {
            await Task.Delay(20, deadline.Token);
        }

        Assert.Empty(hotline.World.Requests.Recent);
        Assert.Equal(PollState.Away, hotline.Health.State);
    }

    private static async Task PressAsync(TestHotline hotline)
    {
        var person = hotline.World.Join("Test");
        person.Start();
        await person.TapAsync(Gate);
        await person.TapAsync("Not now");
        await person.SeeAsync("Who needs help?");
        Assert.Equal("not_now", hotline.OnlyAnswers()["danger"]);
    }

    private static TelegramOptions Options(Uri server, string proxy) => new()
    {
        BaseUrl = server,
        Token = new PhoneOptions().Token,
        Proxy = ExchangeProxy.TryParse(proxy, out var parsed, out _) ? parsed : throw new ArgumentException("No proxy.", nameof(proxy)),
        DrawsPerSecond = 0,
    };
}
