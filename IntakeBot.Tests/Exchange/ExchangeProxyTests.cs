using System.Net.Sockets;
using System.Text;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Exchange;

public sealed class ExchangeProxyTests : IDisposable
{
    private const string Onion = "intakebotintakebotintakebotintakebotintakebotintakebotab.onion";
    private const string NotFound = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";

    private readonly SigningKey _member = SigningKey.Draw();
    private readonly SigningKey _exchange = SigningKey.Draw();

    public void Dispose()
    {
        _member.Dispose();
        _exchange.Dispose();
    }

    [Theory]
    [InlineData("socks5://127.0.0.1:9050")]
    [InlineData("SOCKS5://127.0.0.1:9050/", "socks5://127.0.0.1:9050")]
    [InlineData("http://proxy.example:3128")]
    [InlineData("socks5://[::1]:9050")]
    public void A_proxy_is_host_and_port(string text, string? shown = null)
    {
        Assert.True(ExchangeProxy.TryParse(text, out var proxy, out _));
        Assert.Equal(shown ?? text, proxy.ToString());
    }

    [Theory]
    [InlineData("", "is no address of a proxy")]
    [InlineData("127.0.0.1:9050", "is ")]
    [InlineData("socks4://127.0.0.1:9050", "is neither SOCKS5 nor HTTP")]
    [InlineData("https://127.0.0.1:9050", "is neither SOCKS5 nor HTTP")]
    [InlineData("socks5://127.0.0.1", "names no host and port")]
    [InlineData("socks5://:9050", "is no address of a proxy")]
    [InlineData("socks5://ada:hush@127.0.0.1:9050", "holds a name or a password")]
    [InlineData("http://ada@127.0.0.1:9050", "holds a name or a password")]
    [InlineData("http://127.0.0.1:9050/x", "holds more than host and port")]
    [InlineData("http://127.0.0.1:9050?x", "holds more than host and port")]
    public void Anything_else_is_refused_and_told_without_what_it_said(string text, string problem)
    {
        Assert.False(ExchangeProxy.TryParse(text, out _, out var told));
        Assert.StartsWith(problem, told, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Onion)]
    [InlineData("hotline.example")]
    public async Task A_socks_proxy_is_asked_for_the_server_by_its_name(string host)
    {
        var asked = "";
        using var socks = SmallServer.Start(async stream =>
        {
            asked = await AnswerSocksAsync(stream, reply: 0);
            _ = await SmallServer.HeadAsync(stream);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(NotFound));
        });

        Assert.IsType<ExchangeReach.NotKnown>(await ProbeAsync($"http://{host}:8471", $"socks5://127.0.0.1:{socks.Port}"));
        Assert.Equal($"name {host}:8471", asked);
    }

    [Fact]
    public async Task Also_what_is_on_this_machine_is_asked_of_the_proxy()
    {
        var asked = "";
        using var proxy = SmallServer.OfHttp(head =>
        {
            asked = head.Split('\r')[0];
            return NotFound;
        });

        Assert.IsType<ExchangeReach.NotKnown>(await ProbeAsync("http://localhost:8471", $"http://127.0.0.1:{proxy.Port}"));
        Assert.StartsWith("GET http://localhost:8471/v1/manifest?", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_with_a_certificate_is_reached_through_a_tunnel_of_an_http_proxy()
    {
        var asked = "";
        using var proxy = SmallServer.OfHttp(head =>
        {
            asked = head.Split('\r')[0];
            return "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n";
        });

        var reach = await ProbeAsync("https://hotline.example:8471", $"http://127.0.0.1:{proxy.Port}");

        Assert.Equal("CONNECT hotline.example:8471 HTTP/1.1", asked);
        Assert.Equal(AwayReason.Proxy, Assert.IsType<ExchangeReach.Away>(reach).Reason);
    }

    [Fact]
    public async Task A_proxy_that_reaches_nobody_and_one_that_is_not_there_are_told_as_the_proxy()
    {
        using var socks = SmallServer.Start(stream => AnswerSocksAsync(stream, reply: 4));

        var unreached = await ProbeAsync($"http://{Onion}", $"socks5://127.0.0.1:{socks.Port}");
        var down = await ProbeAsync($"http://{Onion}", $"socks5://127.0.0.1:{SmallServer.FreePort()}");

        Assert.Equal(new ExchangeReach.Away(AwayReason.Proxy, "the proxy does not reach the server"), unreached);
        Assert.Equal(new ExchangeReach.Away(AwayReason.Proxy, "the proxy cannot be reached"), down);
    }

    [Fact]
    public async Task An_onion_address_is_not_looked_up_where_there_is_no_proxy()
    {
        Assert.Equal(AwayReason.Name, Assert.IsType<ExchangeReach.Away>(await ProbeAsync($"http://{Onion}", null)).Reason);

        using var client = new ExchangeClient(new($"http://{Onion}"), _member, _exchange.Public, TimeProvider.System);
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => client.FindManifestAsync(RowKind.Cold, null, default));
        Assert.Contains("through a proxy only", failure.Message, StringComparison.Ordinal);
    }

    private async Task<ExchangeReach> ProbeAsync(string address, string? through)
    {
        ExchangeProxy? proxy = null;
        Assert.True(through is null || ExchangeProxy.TryParse(through, out proxy, out _));
        using var client = new ExchangeClient(new(address), _member, _exchange.Public, TimeProvider.System, proxy);
        return await client.ProbeAsync(default);
    }

    /// <summary>RFC 1928 without a password; returns what was asked for.</summary>
    private static async Task<string> AnswerSocksAsync(NetworkStream stream, byte reply)
    {
        var methods = new byte[(await ReadAsync(stream, 2))[1]];
        await stream.ReadExactlyAsync(methods);
        Assert.Equal([0], methods);
        await stream.WriteAsync(new byte[] { 5, 0 });
        var kind = (await ReadAsync(stream, 4))[3];
        var host = kind == 3
            ? $"name {Encoding.ASCII.GetString(await ReadAsync(stream, (await ReadAsync(stream, 1))[0]))}"
            : $"address {Convert.ToHexString(await ReadAsync(stream, kind == 1 ? 4 : 16))}";
        var port = await ReadAsync(stream, 2);
        await stream.WriteAsync(new byte[] { 5, reply, 0, 1, 0, 0, 0, 0, 0, 0 });
        return $"{host}:{(port[0] * 256) + port[1]}";
    }

    private static async Task<byte[]> ReadAsync(NetworkStream stream, int count)
    {
        var bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes);
        return bytes;
    }
}
