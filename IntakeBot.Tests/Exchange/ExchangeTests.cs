using System.Net;
using System.Text.Json;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using IntakeBot.Exchange;

namespace IntakeBot.Tests.Exchange;

public sealed class ExchangeTests : IAsyncLifetime
{
    private ExchangeRig _rig = null!;

    public async ValueTask InitializeAsync() => _rig = await ExchangeRig.StartAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task A_member_fetches_rows_and_opens_them_at_home()
    {
        var (cold, hot) = await _rig.AddAsync();
        using var client = _rig.Client(_rig.Setup.Ben.Signing);

        var page = await client.FindManifestAsync(RowKind.Cold, null, default);
        var fetchedCold = await client.FindRowAsync<ColdRow>(RowKind.Cold, cold.Place, default);
        var fetchedHot = await client.FindRowAsync<HotRow>(RowKind.Hot, cold.Place, default);

        Assert.Equal([new ManifestLine(cold.Place.ToString(), cold.Version.ToString())], page!.Entries);
        Assert.Equal(hot.Encode(), fetchedHot!.Encode());
        Assert.IsType<Opening.Opened>(IntakeOpener.Open(fetchedCold!, fetchedHot, _rig.Setup.Ben.EpochSecretOf(cold.Epoch)!, 2));
        Assert.Null(await client.FindRowAsync<HotRow>(RowKind.Hot, Place.Random(), default));
    }

    [Fact]
    public async Task The_manifest_comes_in_pages_in_the_order_of_places()
    {
        var places = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            places.Add((await _rig.AddAsync()).Hot.Place.ToString());
        }

        var seen = new List<string>();
        for (var after = ""; ; after = $"&after={seen[^1]}")
        {
            var (_, _, body) = await _rig.SendAsync($"/v1/manifest?kind=hot&limit=2{after}", _rig.Setup.Ada.Signing);
            var page = JsonSerializer.Deserialize(body, ExchangeJson.Default.ManifestPage)!;
            seen.AddRange(page.Entries.Select(e => e.Place));
            if (page.Entries.Count < 2)
            {
                break;
            }
        }

        Assert.Equal(places.Order(StringComparer.Ordinal), seen);
    }

    [Fact]
    public async Task Everything_wrong_gets_the_404_of_what_is_not_there()
    {
        var (cold, _) = await _rig.AddAsync();
        var good = $"/v1/rows/cold/{cold.Place}";
        var ada = _rig.Setup.Ada.Signing;
        using var stranger = SigningKey.Draw();
        var replayed = new List<HttpRequestMessage>();
        var first = await _rig.SendAsync(good, ada, replayed.Add);
        Assert.Equal(HttpStatusCode.OK, first.Code);

        var nothing = await _rig.SendAsync("/nothing/here", member: null);
        var wrong = new Dictionary<string, (HttpStatusCode, string, byte[])>
        {
            ["unsigned"] = await _rig.SendAsync(good, null),
            ["stranger"] = await _rig.SendAsync(good, stranger),
            ["signed unknown path"] = await _rig.SendAsync("/v1/nothing", ada),
            ["signed for another path"] = await _rig.SendAsync(good, ada, r => r.RequestUri = new Uri(_rig.Address, $"/v1/rows/hot/{cold.Place}")),
            ["signed for another method"] = await _rig.SendAsync(good, ada, r => r.Method = HttpMethod.Delete),
            ["post"] = await _rig.SendAsync(good, ada, r => r.Method = HttpMethod.Post),
            ["another host"] = await _rig.SendAsync(good, ada, r => r.Headers.Host = "desk.example"),
            ["no signature"] = await _rig.SendAsync(good, ada, r => r.Headers.Remove("Signature")),
            ["two signatures"] = await _rig.SendAsync(good, ada, r => r.Headers.Add("Signature", "sig=:AAAA:")),
            ["replayed"] = await _rig.SendAsync(good, null, r => Copy(replayed[0], r)),
            ["clock too slow"] = await _rig.SendAsync(good, ada, clockAhead: TimeSpan.FromMinutes(-5.1)),
            ["clock too fast"] = await _rig.SendAsync(good, ada, clockAhead: TimeSpan.FromMinutes(5.1)),
            ["unknown row"] = await _rig.SendAsync($"/v1/rows/cold/{Place.Random()}", ada),
            ["unknown kind"] = await _rig.SendAsync($"/v1/rows/warm/{cold.Place}", ada),
            ["place in capitals"] = await _rig.SendAsync($"/v1/rows/cold/{new string('A', 32)}", ada),
            ["row with a query"] = await _rig.SendAsync($"{good}?a=b", ada),
            ["manifest without kind"] = await _rig.SendAsync("/v1/manifest", ada),
            ["two kinds"] = await _rig.SendAsync("/v1/manifest?kind=cold&kind=hot", ada),
            ["unknown parameter"] = await _rig.SendAsync("/v1/manifest?kind=cold&deep=1", ada),
            ["no limit at all"] = await _rig.SendAsync("/v1/manifest?kind=cold&limit=0", ada),
            ["too much at once"] = await _rig.SendAsync("/v1/manifest?kind=cold&limit=257", ada),
            ["after nothing"] = await _rig.SendAsync("/v1/manifest?kind=cold&after=zz", ada),
        };

        Assert.All(wrong, w => Assert.Equal((w.Key, nothing.Code, nothing.Headers, 0), (w.Key, w.Value.Item1, w.Value.Item2, w.Value.Item3.Length)));
        Assert.Equal(
            """
            Cache-Control: no-store
            Content-Length: 0
            Content-Security-Policy: default-src 'none'; frame-ancestors 'none'
            Cross-Origin-Resource-Policy: same-origin
            Referrer-Policy: no-referrer
            X-Content-Type-Options: nosniff
            X-Robots-Tag: noindex, nofollow
            """,
            nothing.Headers);
    }

    [Fact]
    public async Task An_answer_is_not_cached_and_does_not_say_what_serves_it()
    {
        var (_, headers, _) = await _rig.SendAsync("/v1/manifest?kind=cold", _rig.Setup.Ada.Signing);

        Assert.Contains("Cache-Control: no-store", headers, StringComparison.Ordinal);
        Assert.DoesNotContain("Server", headers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clocks_may_differ_by_almost_five_minutes()
    {
        Assert.Equal(HttpStatusCode.OK, (await _rig.SendAsync("/v1/manifest?kind=cold", _rig.Setup.Ada.Signing, clockAhead: TimeSpan.FromMinutes(4.9))).Code);
        Assert.Equal(HttpStatusCode.OK, (await _rig.SendAsync("/v1/manifest?kind=cold", _rig.Setup.Ada.Signing, clockAhead: TimeSpan.FromMinutes(-4.9))).Code);
    }

    [Fact]
    public async Task Whoever_is_removed_from_the_roster_is_a_stranger_at_once()
    {
        Assert.Equal(HttpStatusCode.OK, (await _rig.SendAsync("/v1/manifest?kind=cold", _rig.Setup.Ben.Signing)).Code);
        _rig.Setup.Members.RemoveAt(1);
        _rig.Setup.Json["serial"] = 8;
        _rig.Setup.Sign();
        _rig.Roster = _rig.Setup.Good();

        Assert.Equal(HttpStatusCode.NotFound, (await _rig.SendAsync("/v1/manifest?kind=cold", _rig.Setup.Ben.Signing)).Code);
        Assert.Equal(HttpStatusCode.OK, (await _rig.SendAsync("/v1/manifest?kind=cold", _rig.Setup.Ada.Signing)).Code);
    }

    [Fact]
    public async Task After_the_roster_s_last_day_nobody_is_let_in()
    {
        _rig.Time.Advance(TimeSpan.FromDays(91));

        Assert.Equal(HttpStatusCode.NotFound, (await _rig.SendAsync("/v1/manifest?kind=cold", _rig.Setup.Ada.Signing)).Code);
    }

    [Fact]
    public async Task A_client_believes_no_other_exchange_than_the_roster_s()
    {
        using var other = SigningKey.Draw();
        using var client = _rig.Client(_rig.Setup.Ada.Signing, other.Public);

        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => client.FindManifestAsync(RowKind.Cold, null, default));

        Assert.Contains("is not the Exchange that the roster names", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_log_line_names_a_place_a_member_or_an_address()
    {
        var (cold, _) = await _rig.AddAsync();
        await _rig.SendAsync($"/v1/rows/cold/{cold.Place}", _rig.Setup.Ada.Signing);
        await _rig.SendAsync($"/v1/rows/cold/{cold.Place}", null);

        string[] personal = [cold.Place.ToString(), _rig.Setup.Ada.Signing.Public.ToString(), "/v1/rows", "ada"];
        Assert.All(_rig.Log.Lines, line => Assert.DoesNotContain(personal, p => line.Contains(p, StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(_rig.Log.Lines.SkipWhile(l => !l.Contains("Application started", StringComparison.Ordinal)), l => l.Contains("127.0.0.1", StringComparison.Ordinal));
    }

    [Fact]
    public void A_nonce_is_remembered_while_its_time_counts_and_then_forgotten()
    {
        var window = TimeSpan.FromMinutes(5);
        var spent = new SpentNonces(window);
        var now = _rig.Time.GetUtcNow();
        var input = RequestSignature.Sign(_rig.Setup.Ada.Signing, "GET", _rig.Address, now).Input;
        var ben = RequestSignature.Sign(_rig.Setup.Ben.Signing, "GET", _rig.Address, now).Input with { Nonce = input.Nonce };

        Assert.True(spent.TrySpend(input, now));
        Assert.False(spent.TrySpend(input, now + window));
        Assert.True(spent.TrySpend(ben, now));
        Assert.True(spent.TrySpend(input, now + window + window + window));
    }

    [Fact]
    public void A_member_who_sends_far_too_much_fills_only_a_share_of_the_memory()
    {
        var spent = new SpentNonces(TimeSpan.FromMinutes(5));
        var now = _rig.Time.GetUtcNow();
        var input = RequestSignature.Sign(_rig.Setup.Ada.Signing, "GET", _rig.Address, now).Input;
        for (var i = 0; i < 20_000; i++)
        {
            Assert.True(spent.TrySpend(input with { Nonce = i.ToString("D22", System.Globalization.CultureInfo.InvariantCulture) }, now));
        }

        Assert.False(spent.TrySpend(input, now));
        Assert.True(spent.TrySpend(RequestSignature.Sign(_rig.Setup.Ben.Signing, "GET", _rig.Address, now).Input, now));
    }

    private static void Copy(HttpRequestMessage from, HttpRequestMessage to)
    {
        foreach (var header in from.Headers)
        {
            to.Headers.Add(header.Key, header.Value);
        }
    }
}
