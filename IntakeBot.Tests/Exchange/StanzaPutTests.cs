using System.Net;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Sealing;

namespace IntakeBot.Tests.Exchange;

/// <summary>Re-sealing through the Exchange: who has opened an intake may put a present member's stanza, and nobody may put anything else.</summary>
public sealed class StanzaPutTests : IAsyncLifetime
{
    private const byte Ada = 0;
    private const byte Ben = 2;

    private ExchangeRig _rig = null!;

    public async ValueTask InitializeAsync()
    {
        _rig = await ExchangeRig.StartAsync();
        _rig.Setup.Members[1]!["since"] = RosterSetup.Today.ToString();
        _rig.Setup.Sign();
        _rig.Roster = _rig.Setup.Good();
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task A_stanza_is_put_once_and_putting_it_again_changes_nothing()
    {
        var (cold, _) = await _rig.AddAsync();
        var made = Made(cold);
        using var client = _rig.Client(_rig.Setup.Ada.Signing);

        Assert.True(await client.ReplaceStanzaAsync(cold, Ben, made, default));
        var after = _rig.Store.Find<ColdRow>(cold.Place)!;
        Assert.True(await client.ReplaceStanzaAsync(cold, Ben, made, default));

        Assert.True(after.StanzaAt(Ben).SequenceEqual(made.Stanza));
        Assert.NotEqual(cold.Version, after.Version);
        Assert.Equal(after.Encode(), _rig.Store.Find<ColdRow>(cold.Place)!.Encode());
    }

    [Fact]
    public async Task A_row_that_changed_meanwhile_is_told()
    {
        var (cold, _) = await _rig.AddAsync();
        using var client = _rig.Client(_rig.Setup.Ada.Signing);
        Assert.True(await client.ReplaceStanzaAsync(cold, Ben, Made(cold), default));

        Assert.False(await client.ReplaceStanzaAsync(cold, Ben, Made(cold), default));
    }

    [Fact]
    public async Task Everything_else_is_not_there_and_changes_nothing()
    {
        var (cold, _) = await _rig.AddAsync();
        var made = Made(cold);
        var body = new StanzaChange(cold.Version, made.ExtendToken, made.Stanza).Encode();
        var path = ExchangePaths.StanzaOf(cold.Place, Ben);
        using var stranger = SigningKey.Draw();
        var ada = _rig.Setup.Ada.Signing;
        byte[] foreignToken = [.. body[..16], .. new byte[32], .. body[48..]];
        var wrong = new Dictionary<string, HttpStatusCode>
        {
            ["stranger"] = await PutAsync(path, stranger, body),
            ["no right token"] = await PutAsync(path, ada, foreignToken),
            ["another body than was signed"] = await PutAsync(path, ada, body, sent: [.. body[..^1], (byte)(body[^1] ^ 1)]),
            ["a digest that is not signed"] = await PutAsync(path, ada, body, covers: false),
            ["a digest signed and not sent"] = await PutAsync(path, ada, body, spoil: r => r.Headers.Remove(ContentDigest.Name)),
            ["cut short"] = await PutAsync(path, ada, body[..^1]),
            ["too long"] = await PutAsync(path, ada, [.. body, 0]),
            ["empty"] = await PutAsync(path, ada, []),
            ["a place without a member"] = await PutAsync(ExchangePaths.StanzaOf(cold.Place, 1), ada, body),
            ["a place whose member it was sealed to"] = await PutAsync(ExchangePaths.StanzaOf(cold.Place, Ada), ada, body),
            ["a place that is none"] = await PutAsync(ExchangePaths.StanzaOf(cold.Place, 200), ada, body),
            ["a row that is none"] = await PutAsync(ExchangePaths.StanzaOf(Place.Random(), Ben), ada, body),
            ["with a query"] = await PutAsync(path + "?a=b", ada, body),
            ["put where only get is"] = await PutAsync(ExchangePaths.RowOf(RowKind.Cold, cold.Place), ada, body),
            ["posted"] = await PutAsync(path, ada, body, spoil: r => r.Method = HttpMethod.Post),
            ["fetched"] = (await _rig.SendAsync(path, ada)).Code,
        };

        Assert.Equal([], wrong.Where(w => w.Value != HttpStatusCode.NotFound).Select(w => $"{w.Key}: {w.Value}"));
        Assert.Equal(cold.Encode(), _rig.Store.Find<ColdRow>(cold.Place)!.Encode());
        Assert.Equal(HttpStatusCode.OK, await PutAsync(path, ada, body));
    }

    /// <summary>Ada seals it to Ben once more.</summary>
    private Resealed Made(ColdRow cold) => IntakeResealer.Reseal(
        cold, _rig.Setup.Ada.EpochSecretOf(cold.Epoch)!, Ada, Ben, _rig.Setup.Ben.EpochSecretOf(cold.Epoch)!.Public)!;

    private async Task<HttpStatusCode> PutAsync(
        string path, SigningKey member, byte[] body, byte[]? sent = null, bool covers = true, Action<HttpRequestMessage>? spoil = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(_rig.Address, path)) { Content = new ByteArrayContent(sent ?? body) };
        var digest = ContentDigest.Of(body);
        var (input, signature) = RequestSignature.Sign(member, "PUT", request.RequestUri!, _rig.Time.GetUtcNow(), covers ? digest : null);
        request.Headers.Add(SignatureInput.Name, input.Header);
        request.Headers.Add(RequestSignature.Name, signature);
        request.Headers.Add(ContentDigest.Name, digest);
        spoil?.Invoke(request);
        using var response = await http.SendAsync(request);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        return response.StatusCode;
    }
}
