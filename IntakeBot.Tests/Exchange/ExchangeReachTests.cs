using System.Globalization;
using System.Text;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Exchange;

public sealed class ExchangeReachTests : IAsyncLifetime
{
    private static readonly DateTimeOffset ServerTime = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private ExchangeRig _rig = null!;

    public async ValueTask InitializeAsync() => _rig = await ExchangeRig.StartAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task A_member_reaches_a_server_that_runs()
    {
        using var client = _rig.Client(_rig.Setup.Ada.Signing);

        Assert.IsType<ExchangeReach.Reachable>(await client.ProbeAsync(default));
    }

    [Fact]
    public async Task Who_is_told_to_wait_reaches_it_too()
    {
        for (var i = 0; i < IntakeBot.Exchange.RequestRates.MemberBurst; i++)
        {
            _ = await _rig.SendAsync("/v1/manifest?kind=cold&limit=1", _rig.Setup.Ada.Signing);
        }

        using var client = _rig.Client(_rig.Setup.Ada.Signing);
        Assert.IsType<ExchangeReach.Reachable>(await client.ProbeAsync(default));
    }

    [Fact]
    public async Task A_server_that_is_stopped_is_away_and_not_named()
    {
        using var client = Client(new($"http://127.0.0.1:{SmallServer.FreePort()}"));

        Assert.Equal(new ExchangeReach.Away(AwayReason.Refused, "the connection is refused"), await client.ProbeAsync(default));
    }

    [Fact]
    public async Task A_name_that_nobody_knows_is_told()
    {
        using var client = Client(new("http://hotline.invalid:8471"));

        Assert.Equal(AwayReason.Name, Assert.IsType<ExchangeReach.Away>(await client.ProbeAsync(default)).Reason);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_and_one_that_hangs_up_are_away()
    {
        using var over = new CancellationTokenSource();
        using var silent = SmallServer.Start(_ => Task.Delay(Timeout.Infinite, over.Token));
        using var abrupt = SmallServer.Start(SmallServer.HeadAsync);
        using var impatient = new ExchangeClient(silent.Address, _rig.Setup.Ada.Signing, _rig.Setup.Exchange.Public, _rig.Time) { Patience = TimeSpan.FromMilliseconds(100) };
        using var cut = Client(abrupt.Address);

        Assert.Equal(new ExchangeReach.Away(AwayReason.Timeout, "no answer in time"), await impatient.ProbeAsync(default));
        Assert.Equal(new ExchangeReach.Away(AwayReason.Broken, "the connection broke off"), await cut.ProbeAsync(default));
        await over.CancelAsync();
    }

    [Fact]
    public async Task Who_speaks_tls_to_a_server_without_is_told_so()
    {
        using var plain = SmallServer.Start(async stream =>
        {
            _ = await stream.ReadAsync(new byte[1]);
            await stream.WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());
        });
        using var client = Client(new($"https://127.0.0.1:{plain.Port}"));

        Assert.Equal(AwayReason.Tls, Assert.IsType<ExchangeReach.Away>(await client.ProbeAsync(default)).Reason);
    }

    [Fact]
    public async Task A_member_who_was_removed_is_not_known()
    {
        _rig.Setup.Members.RemoveAt(1);
        _rig.Setup.Json["serial"] = 8;
        _rig.Setup.Sign();
        _rig.Roster = _rig.Setup.Good();

        // The 404's date is the machine's, not the rig's.
        using var client = new ExchangeClient(_rig.Address, _rig.Setup.Ben.Signing, _rig.Setup.Exchange.Public, TimeProvider.System);
        Assert.IsType<ExchangeReach.NotKnown>(await client.ProbeAsync(default));
    }

    [Fact]
    public async Task A_desk_whose_clock_is_wrong_hears_it_of_the_server()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(3));
        using var client = new ExchangeClient(_rig.Address, _rig.Setup.Ada.Signing, _rig.Setup.Exchange.Public, clock);

        var off = Assert.IsType<ExchangeReach.ClockOff>(await client.ProbeAsync(default));
        Assert.InRange(off.By, TimeSpan.FromHours(2.9), TimeSpan.FromHours(3.1));
    }

    [Theory]
    [InlineData(301, true)]
    [InlineData(-301, true)]
    [InlineData(300, false)]
    [InlineData(-300, false)]
    public async Task Five_minutes_are_no_wrong_clock(int seconds, bool isOff)
    {
        using var server = SmallServer.OfHttp(_ =>
            $"HTTP/1.1 404 Not Found\r\nDate: {ServerTime.ToString("R", CultureInfo.InvariantCulture)}\r\nContent-Length: 0\r\n\r\n");
        var clock = new FakeTimeProvider(ServerTime + TimeSpan.FromSeconds(seconds));
        using var client = new ExchangeClient(server.Address, _rig.Setup.Ada.Signing, _rig.Setup.Exchange.Public, clock);

        ExchangeReach expected = isOff ? new ExchangeReach.ClockOff(TimeSpan.FromSeconds(seconds)) : new ExchangeReach.NotKnown();
        Assert.Equal(expected, await client.ProbeAsync(default));
    }

    [Fact]
    public async Task A_server_with_another_key_is_not_the_exchange()
    {
        using var other = SigningKey.Draw();
        using var client = _rig.Client(_rig.Setup.Ada.Signing, other.Public);

        Assert.IsType<ExchangeReach.NotTheExchange>(await client.ProbeAsync(default));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", null)]
    [InlineData("HTTP/1.1 301 Moved Permanently\r\nLocation: /v2\r\nContent-Length: 0\r\n\r\n", null)]
    [InlineData("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n", null)]
    [InlineData("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n", AwayReason.Gateway)]
    [InlineData("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n", AwayReason.Gateway)]
    public async Task What_nobody_signed_is_not_the_exchange_but_may_say_that_it_is_away(string answer, AwayReason? away)
    {
        using var server = SmallServer.OfHttp(_ => answer);
        using var client = Client(server.Address);

        var reach = await client.ProbeAsync(default);

        Assert.Equal(away, (reach as ExchangeReach.Away)?.Reason);
        Assert.True(away is not null || reach is ExchangeReach.NotTheExchange);
    }

    [Theory]
    [InlineData(200, """{"entries":[],"next":1}""")]
    [InlineData(200, "\u0001\u0002")]
    [InlineData(426, "")]
    public async Task What_is_signed_and_cannot_be_read_is_of_a_newer_version(int code, string body)
    {
        using var server = SmallServer.OfHttp(head => Signed(head, code, body));
        using var client = Client(server.Address);

        Assert.IsType<ExchangeReach.Newer>(await client.ProbeAsync(default));
    }

    [Theory]
    [InlineData(1, "gave something else than the row")]
    [InlineData(2, "keeps rows that a newer version of this program wrote")]
    public async Task A_row_of_a_newer_version_is_told_from_one_that_is_wrong(int version, string told)
    {
        using var server = SmallServer.OfHttp(head => Signed(head, 200, $"{(char)version}rest"));
        using var client = Client(server.Address);

        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => client.FindRowAsync<ColdRow>(RowKind.Cold, Place.Random(), default));

        Assert.Contains(told, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_asked_to_stop_hears_of_it_as_an_exception()
    {
        using var client = _rig.Client(_rig.Setup.Ada.Signing);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.ProbeAsync(new(canceled: true)));
    }

    private ExchangeClient Client(Uri address) => new(address, _rig.Setup.Ada.Signing, _rig.Setup.Exchange.Public, _rig.Time);

    private string Signed(string head, int code, string body)
    {
        var prefix = $"{SignatureInput.Name}: ";
        var input = head.Split("\r\n").Single(line => line.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))[prefix.Length..];
        var signature = ResponseSignature.Sign(_rig.Setup.Exchange, SignatureInput.Parse(input)!.Nonce, code, Encoding.ASCII.GetBytes(body));
        return $"HTTP/1.1 {code} Some\r\n{ResponseSignature.Name}: {signature}\r\nContent-Length: {body.Length}\r\n\r\n{body}";
    }
}
