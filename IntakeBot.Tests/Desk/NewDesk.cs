using IntakeBot.Cli;
using IntakeBot.Core.Sealing;
using IntakeBot.Desk;
using IntakeBot.Tests.Cli;

namespace IntakeBot.Tests.Desk;

/// <summary>A desk in a folder that was not there, and what a new member does in it; the organisation is a throw-away one.</summary>
internal sealed class NewDesk(string folder, Throwaway keys) : IAsyncDisposable
{
    public const string Passphrase = "rope lamp seven walnut";

    private DeskServer? _server;

    public string Folder => folder;

    public DeskClient Client { get; private set; } = null!;

    /// <summary>What the page that was read last says.</summary>
    public string Text => Client.Text;

    public string Identity => Path.Combine(folder, "identity");

    /// <summary>As after a crash where it was running: nothing but what lies in the folder is left. It comes in by a new link.</summary>
    public async Task<string> StartAsync()
    {
        await StopAsync();
        PrivateFolder.Create(folder);
        _server = await DeskServer.StartAsync(new() { Folder = folder, Profile = ArgonProfile.Tiny, Period = TimeSpan.FromSeconds(1) }, default);
        Client = await DeskClient.EnterAsync(_server);
        return await Client.GetAsync("/");
    }

    public Task<string> ChooseAsync(string language, string proxy = "") => Client.PostAsync("/setup/language", ("language", language), ("proxy", proxy));

    /// <summary>The organisation's line, or another one.</summary>
    public async Task<string> InviteAsync(string? line = null) =>
        await Client.PostAsync("/setup/invitation", ("invitation", line ?? (await OrganisationAsync("invite")).Data));

    public Task<string> MakeKeysAsync(string passphrase = Passphrase, string again = Passphrase) =>
        Client.PostAsync("/setup/keys", ("passphrase", passphrase), ("again", again));

    public Task<string> OpenKeysAsync(string passphrase = Passphrase) => Client.PostAsync("/setup/open", ("passphrase", passphrase));

    public Task<string> AskAsync() => Client.PostAsync("/setup/ask");

    public Task<string> UnlockAsync() => Client.PostAsync("/unlock", ("passphrase", Passphrase));

    /// <summary>The public file, as the browser saves it.</summary>
    public async Task<string> SaveMemberFileAsync()
    {
        using var answer = await Client.SendAsync("GET", "/setup/member.json");
        Assert.Equal("member.json", answer.Content.Headers.ContentDisposition?.FileName);
        var file = $"{folder}.member.json";
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());
        return file;
    }

    /// <summary>What the holder of the organisation's key does with the file.</summary>
    public async Task SignAsync(string memberFile)
    {
        _ = await OrganisationAsync("add", memberFile, "--pseudonym", "ada");
        _ = await OrganisationAsync("sign", "--key", Path.Combine(keys.KeysFolder, "organisation.key"), "--yes");
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task StopAsync()
    {
        if (_server is not null)
        {
            Client.Dispose();
            await _server.DisposeAsync();
        }
    }

    private async Task<CliRun> OrganisationAsync(string verb, params string[] more)
    {
        var run = await CliRun.Of(["roster", verb, .. more, "--config", keys.ConfigFolder]);
        Assert.True(run.Code == 0, run.Words);
        return run;
    }
}
