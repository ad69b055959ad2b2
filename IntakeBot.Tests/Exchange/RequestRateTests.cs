using System.Net;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using IntakeBot.Exchange;
using Microsoft.Extensions.DependencyInjection;

namespace IntakeBot.Tests.Exchange;

public sealed class RequestRateTests : IAsyncLifetime
{
    private const string Path = "/v1/manifest?kind=cold";

    private ExchangeRig _rig = null!;

    public async ValueTask InitializeAsync() => _rig = await ExchangeRig.StartAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Who_asks_far_too_often_is_told_so_and_the_others_do_not_notice()
    {
        var (ada, ben) = (_rig.Setup.Ada.Signing, _rig.Setup.Ben.Signing);
        for (var i = 0; i < RequestRates.MemberBurst; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await _rig.SendAsync(Path, ada)).Code);
        }

        var nonce = "";
        var (code, headers, body) = await _rig.SendAsync(Path, ada, r => nonce = SignatureInput.Parse(r.Headers.GetValues(SignatureInput.Name).Single())!.Nonce);

        Assert.Equal((HttpStatusCode.TooManyRequests, 0), (code, body.Length));
        var signature = headers.Split('\n').Single(h => h.StartsWith(ResponseSignature.Name, StringComparison.Ordinal))[(ResponseSignature.Name.Length + 2)..];
        Assert.True(ResponseSignature.Verifies(_rig.Setup.Exchange.Public, signature, nonce, 429, []));
        Assert.Contains("Retry-After: 1", headers, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _rig.SendAsync(Path, ben)).Code);
        _rig.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await _rig.SendAsync(Path, ada)).Code);
    }

    [Fact]
    public async Task A_client_waits_and_asks_again()
    {
        UseUp(_rig.Setup.Ada.Signing.Public);
        using var client = _rig.Client(_rig.Setup.Ada.Signing);
        var gate = _rig.Services.GetRequiredService<ExchangeGate>();

        // No time passes before the first request is there; then too little at a time to let it in after all.
        var asked = client.FindManifestAsync(RowKind.Cold, null, default);
        while (!asked.IsCompleted)
        {
            _rig.Time.Advance(TimeSpan.FromMilliseconds(gate.SignaturesChecked == 0 ? 0 : 5));
            await Task.Delay(1);
        }

        Assert.NotNull(await asked);
        Assert.Equal(2, gate.SignaturesChecked);
    }

    [Fact]
    public async Task A_stranger_gets_the_same_404_however_often_and_their_signatures_are_looked_at_as_a_members()
    {
        using var stranger = SigningKey.Draw();
        var gate = _rig.Services.GetRequiredService<ExchangeGate>();
        var nothing = await _rig.SendAsync("/nothing/here", member: null);

        for (var i = 0; i < RequestRates.MemberBurst + 1; i++)
        {
            var (code, headers, _) = await _rig.SendAsync(Path, stranger);
            Assert.Equal((nothing.Code, nothing.Headers), (code, headers));
        }

        Assert.Equal(RequestRates.MemberBurst + 1, gate.SignaturesChecked);
        Assert.Equal(HttpStatusCode.OK, (await _rig.SendAsync(Path, _rig.Setup.Ada.Signing)).Code);
    }

    [Fact]
    public async Task Who_sends_what_a_member_did_not_sign_uses_up_nothing_of_that_member()
    {
        var ada = _rig.Setup.Ada.Signing;
        for (var i = 0; i < RequestRates.MemberBurst + 1; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await _rig.SendAsync(Path, ada, r => r.RequestUri = new(_rig.Address, "/v1/manifest?kind=hot"))).Code);
        }

        Assert.Equal(HttpStatusCode.OK, (await _rig.SendAsync(Path, ada)).Code);
    }

    [Fact]
    public void All_desks_of_the_largest_roster_at_a_constant_rate_never_meet_it()
    {
        var rates = new RequestRates();
        var members = Enumerable.Range(0, 32).Select(_ => Draw()).ToList();
        var now = _rig.Time.GetUtcNow();
        for (var second = 0; second < 3_600; second++)
        {
            foreach (var member in members)
            {
                Assert.True(rates.TryTake(member, now) && rates.TryTake(member, now) && rates.TryTake(member, now));
            }

            now += TimeSpan.FromSeconds(1);
        }
    }

    [Fact]
    public void All_together_are_bounded_too()
    {
        var rates = new RequestRates();
        var now = _rig.Time.GetUtcNow();
        var taken = Enumerable.Range(0, 8).Select(_ => Draw()).Sum(m => Enumerable.Range(0, RequestRates.MemberBurst).Count(_ => rates.TryTake(m, now)));

        Assert.Equal(RequestRates.Burst, taken);
        Assert.True(rates.TryTake(Draw(), now + TimeSpan.FromSeconds(1)));
    }

    private static VerifyKey Draw()
    {
        using var key = SigningKey.Draw();
        return key.Public;
    }

    private void UseUp(VerifyKey member)
    {
        var rates = _rig.Services.GetRequiredService<RequestRates>();
        while (rates.TryTake(member, _rig.Time.GetUtcNow()))
        {
        }
    }
}
