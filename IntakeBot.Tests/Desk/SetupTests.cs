using IntakeBot.Cli;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using IntakeBot.Desk;
using IntakeBot.Tests.Exchange;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Desk;

/// <summary>A first run that is interrupted, and one that meets what is wrong.</summary>
public sealed class SetupTests : IAsyncLifetime
{
    private static readonly DeskWords Words = DeskWords.Of("en");

    private readonly TempFolder _folder = new();
    private readonly Throwaway _keys;
    private readonly NewDesk _desk;

    public SetupTests()
    {
        _keys = Throwaway.Make(_folder.Of("hotline"), ArgonProfile.Tiny, TimeProvider.System, FreePort.Address().GetLeftPart(UriPartial.Authority));
        _desk = new(_folder.Of("new"), _keys);
    }

    public async ValueTask InitializeAsync() => Assert.Equal("/setup", await _desk.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await _desk.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Ended_at_any_step_it_goes_on_where_it_was()
    {
        var japanese = DeskWords.Of("ja");
        _ = await _desk.ChooseAsync("ja");
        Assert.Equal("/setup", await _desk.StartAsync());
        Says(japanese[Phrase.InvitationLabel]);

        _ = await _desk.InviteAsync();
        Assert.Equal("/setup", await _desk.StartAsync());
        Says(japanese[Phrase.OrganisationCompare]);
        Says(Fingerprint.Of(RosterFolder.Organisation(_keys.ConfigFolder, [])!));

        _ = await _desk.MakeKeysAsync();
        var file = await _desk.SaveMemberFileAsync();
        Assert.Equal("/setup", await _desk.StartAsync());
        Says(japanese[Phrase.Passphrase]);
        Assert.DoesNotContain(japanese[Phrase.FingerprintRead], _desk.Text, StringComparison.Ordinal);
        Assert.Equal("/setup", await _desk.AskAsync());
        using (var locked = await _desk.Client.SendAsync("GET", "/setup/member.json"))
        {
            Assert.Equal(System.Net.HttpStatusCode.NotFound, locked.StatusCode);
        }

        _ = await _desk.OpenKeysAsync("rope lamp seven walnuts");
        Says(japanese[Phrase.UnlockWrong]);
        Assert.Equal("/setup", await _desk.OpenKeysAsync());
        Says(Fingerprint.Of(MemberFile.ReadKey(file, [])!));
        _ = await _desk.AskAsync();
        Says(japanese[Phrase.TroubleAway]);

        await _desk.SignAsync(file);
        await using var server = await DeskExchange.StartAsync(_keys, TimeProvider.System);
        server.Newer = "/v1/questionnaire";
        Assert.Equal("/setup/ask", await _desk.AskAsync());
        Assert.True(File.Exists(Path.Combine(_desk.Folder, "config", RosterFolder.RosterName)));
        Assert.Equal("/setup", await _desk.StartAsync());
        server.Newer = null;
        _ = await _desk.OpenKeysAsync();
        Assert.Equal("/unlock", await _desk.AskAsync());

        Assert.Equal("/unlock", await _desk.StartAsync());
        Assert.Equal("/queue", await _desk.UnlockAsync());
    }

    /// <summary>Whoever came in by the link must not guess at leisure, nor at keys of a desk that is set up.</summary>
    [Fact]
    public async Task Wrong_passphrases_have_to_wait_here_too_and_the_form_is_gone_with_the_first_run()
    {
        _ = await _desk.InviteAsync();
        _ = await _desk.MakeKeysAsync();
        _ = await _desk.StartAsync();
        for (var i = 0; i < 3; i++)
        {
            _ = await _desk.OpenKeysAsync("rope lamp seven walnuts");
            Says(Words[Phrase.UnlockWrong]);
        }

        _ = await _desk.OpenKeysAsync();
        Says(Words.With(Phrase.UnlockTooSoon, 2));
        await Task.Delay(TimeSpan.FromSeconds(2.1));
        Assert.Equal("/setup", await _desk.OpenKeysAsync());
        var file = await _desk.SaveMemberFileAsync();
        await _desk.SignAsync(file);
        await using var server = await DeskExchange.StartAsync(_keys, TimeProvider.System);
        Assert.Equal("/unlock", await _desk.AskAsync());

        Assert.Equal("/unlock", await _desk.OpenKeysAsync());
        using var gone = await _desk.Client.SendAsync("GET", "/setup/member.json");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task What_is_done_is_not_done_again()
    {
        _ = await _desk.InviteAsync();
        var invitation = await File.ReadAllTextAsync(Path.Combine(_desk.Folder, "invitation"));
        using var other = SigningKey.Draw();
        Assert.Equal("/setup", await _desk.InviteAsync(new Invitation(new("http://other.example"), other.Public, other.Public).ToString()));
        Assert.Equal(invitation, await File.ReadAllTextAsync(Path.Combine(_desk.Folder, "invitation")));

        _ = await _desk.MakeKeysAsync();
        var identity = await File.ReadAllBytesAsync(_desk.Identity);
        Assert.Equal("/setup", await _desk.MakeKeysAsync());
        Assert.Equal(identity, await File.ReadAllBytesAsync(_desk.Identity));

        await _desk.SignAsync(await _desk.SaveMemberFileAsync());
        await using var server = await DeskExchange.StartAsync(_keys, TimeProvider.System);
        Assert.Equal("/unlock", await _desk.AskAsync());
        Assert.Equal("/unlock", await _desk.Client.GetAsync("/setup"));
        Assert.Equal("/unlock", await _desk.ChooseAsync("ko", "socks5://127.0.0.1:9"));
        Says(Words[Phrase.UnlockTitle]);
    }

    [Fact]
    public async Task A_proxy_that_is_wrong_is_told_and_never_gone_around()
    {
        await using var server = await DeskExchange.StartAsync(_keys, TimeProvider.System);
        _ = await _desk.ChooseAsync("en", "127.0.0.1:9050");
        Says(Words.With(Phrase.SettingProxyWrong, ""));
        _ = await _desk.InviteAsync();
        _ = await _desk.MakeKeysAsync();
        _ = await _desk.AskAsync();
        Says(Words[Phrase.SetupNotYet]);

        _ = await _desk.ChooseAsync("en", $"socks5://127.0.0.1:{SmallServer.FreePort()}");
        _ = await _desk.AskAsync();
        Says(Words[Phrase.TroubleAway]);

        var settings = Path.Combine(_desk.Folder, "desk.json");
        var text = await File.ReadAllTextAsync(settings);
        await File.WriteAllTextAsync(settings, text.Replace("socks5:", "socks:", StringComparison.Ordinal));
        _ = await _desk.StartAsync();
        _ = await _desk.OpenKeysAsync();
        _ = await _desk.AskAsync();
        Says("is neither SOCKS5 nor HTTP");

        _ = await _desk.ChooseAsync("en");
        _ = await _desk.AskAsync();
        Says(Words[Phrase.SetupNotYet]);
    }

    [Fact]
    public async Task A_server_that_is_not_the_invitation_s_is_told()
    {
        await using var server = await DeskExchange.StartAsync(_keys, TimeProvider.System);
        using var other = SigningKey.Draw();
        _ = await _desk.InviteAsync(new Invitation(server.Roster.ExchangeAddress, server.Roster.Organisation, other.Public).ToString());
        _ = await _desk.MakeKeysAsync();
        await _desk.SignAsync(await _desk.SaveMemberFileAsync());
        server.Change(_ => { });

        _ = await _desk.AskAsync();
        Says(Words[Phrase.TroubleStranger]);
    }

    private void Says(string words) => Assert.Contains(words, _desk.Text, StringComparison.Ordinal);
}
