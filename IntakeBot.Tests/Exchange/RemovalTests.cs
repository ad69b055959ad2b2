using System.Net;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Sealing;

namespace IntakeBot.Tests.Exchange;

/// <summary>Who has opened an intake may remove it before its last day; the other desks learn of it.</summary>
public sealed class RemovalTests : IAsyncLifetime
{
    private const byte Ada = 0;

    private ExchangeRig _rig = null!;

    public async ValueTask InitializeAsync() => _rig = await ExchangeRig.StartAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Both_rows_go_a_tombstone_tells_the_others_and_again_it_changes_nothing()
    {
        var (cold, _) = await _rig.AddAsync();
        var (other, _) = await _rig.AddAsync();
        using var ada = _rig.Client(_rig.Setup.Ada.Signing);
        using var ben = _rig.Client(_rig.Setup.Ben.Signing);
        var token = Token(cold);

        Assert.True(await ada.RemoveAsync(cold.Place, token, default));
        var stone = await ben.FindRowAsync<Tombstone>(RowKind.Tombstone, cold.Place, default);
        Assert.True(await ada.RemoveAsync(cold.Place, token, default));

        Assert.Equal(RosterSetup.Today, stone!.Erased);
        Assert.Null(await ben.FindRowAsync<ColdRow>(RowKind.Cold, cold.Place, default));
        Assert.Null(await ben.FindRowAsync<HotRow>(RowKind.Hot, cold.Place, default));
        Assert.Equal(cold.Place.ToString(), Assert.Single((await ben.FindManifestAsync(RowKind.Tombstone, null, default))!.Entries).Place);
        Assert.Equal(other.Place.ToString(), Assert.Single((await ben.FindManifestAsync(RowKind.Cold, null, default))!.Entries).Place);
        Assert.Equal(stone.Encode(), _rig.Store.Find<Tombstone>(cold.Place)!.Encode());
    }

    [Fact]
    public async Task At_the_same_moment_both_are_told_that_it_is_gone()
    {
        var (cold, _) = await _rig.AddAsync();
        using var ada = _rig.Client(_rig.Setup.Ada.Signing);
        using var ben = _rig.Client(_rig.Setup.Ben.Signing);
        var token = Token(cold);

        var done = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => (i % 2 == 0 ? ada : ben).RemoveAsync(cold.Place, token, default)));

        Assert.DoesNotContain(false, done);
        Assert.NotNull(_rig.Store.Find<Tombstone>(cold.Place));
    }

    [Fact]
    public async Task Without_the_token_of_this_intake_nothing_goes()
    {
        var (cold, hot) = await _rig.AddAsync();
        var (other, _) = await _rig.AddAsync();
        var ada = _rig.Setup.Ada.Signing;
        using var stranger = SigningKey.Draw();
        var (path, token) = (ExchangePaths.RemovalOf(cold.Place), Token(cold));
        using var after = new SecretOf(cold, _rig.Setup.Ada);
        var wrong = new Dictionary<string, HttpStatusCode>
        {
            ["no token"] = (await _rig.SendAsync(path, ada, put: new byte[32])).Code,
            ["another intake's"] = (await _rig.SendAsync(path, ada, put: Token(other))).Code,
            ["its hash"] = (await _rig.SendAsync(path, ada, put: cold.RemoveHash)).Code,
            ["the remove token alone"] = (await _rig.SendAsync(path, ada, put: AfterTokens.Remove(token))).Code,
            ["the extend token"] = (await _rig.SendAsync(path, ada, put: after.Extend)).Code,
            ["cut short"] = (await _rig.SendAsync(path, ada, put: token[..31])).Code,
            ["too long"] = (await _rig.SendAsync(path, ada, put: [.. token, 0])).Code,
            ["stranger"] = (await _rig.SendAsync(path, stranger, put: token)).Code,
            ["with a query"] = (await _rig.SendAsync(path + "?a=b", ada, put: token)).Code,
            ["fetched"] = (await _rig.SendAsync(path, ada)).Code,
            ["where nothing is"] = (await _rig.SendAsync(ExchangePaths.RemovalOf(Place.Random()), ada, put: token)).Code,
        };

        Assert.Equal([], wrong.Where(w => w.Value != HttpStatusCode.NotFound).Select(w => $"{w.Key}: {w.Value}"));
        Assert.Equal(cold.Encode(), _rig.Store.Find<ColdRow>(cold.Place)!.Encode());
        Assert.Equal(hot.Encode(), _rig.Store.Find<HotRow>(cold.Place)!.Encode());
        Assert.Null(_rig.Store.Find<Tombstone>(cold.Place));
    }

    private byte[] Token(ColdRow cold) => IntakeRemover.Token(cold, _rig.Setup.Ada.EpochSecretOf(cold.Epoch)!, Ada)!;

    /// <summary>What else who opened the intake can derive.</summary>
    private sealed class SecretOf(ColdRow cold, Identity identity) : IDisposable
    {
        public byte[] Extend { get; } = IntakeResealer.Reseal(
            cold, identity.EpochSecretOf(cold.Epoch)!, Ada, 2, identity.EpochSecretOf(cold.Epoch)!.Public)!.ExtendToken;

        public void Dispose() => System.Security.Cryptography.CryptographicOperations.ZeroMemory(Extend);
    }
}
