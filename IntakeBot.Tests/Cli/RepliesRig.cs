using IntakeBot.Cli;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Exchange;
using IntakeBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntakeBot.Tests.Cli;

/// <summary>A throw-away hotline whose Exchange answers over real HTTP, and one person with a number.</summary>
internal sealed class RepliesRig : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SigningKey _exchange;
    private WebApplication? _app;

    private RepliesRig(int approvals)
    {
        Made = Throwaway.Make(_folder.Of("try"), ArgonProfile.Tiny, TimeProvider.System, FreePort.Address().GetLeftPart(UriPartial.Authority));
        _exchange = SigningKeyFile.Read(Path.Combine(Made.KeysFolder, "exchange.key"), [])!;
        Ask(approvals);
        Person = new(Made, Today);
        Store = SealedStore.Open(Made.DataFolder, TimeProvider.System);
    }

    public Day Today { get; } = Day.Today(TimeProvider.System);

    public Throwaway Made { get; }

    public NumberedIntake Person { get; }

    public SealedStore Store { get; private set; }

    public string Draft => Of("draft");

    /// <summary>What she sees when she types her number.</summary>
    public List<string> Seen => Person.Read(Store.Find<Mailbox>(Person.Mailbox.Place)!);

    public static async Task<RepliesRig> StartAsync(int approvals = 2)
    {
        var rig = new RepliesRig(approvals);
        await rig.ServeAsync();
        return rig;
    }

    public string Of(string name) => _folder.Of(name);

    /// <summary>A file with a text to send.</summary>
    public string Text(string text)
    {
        File.WriteAllText(Of("text"), text);
        return Of("text");
    }

    public Task PutAsync() => PutAsync(Person.Rows());

    public async Task PutAsync(Change change) => Assert.True(await Store.CommitAsync(change));

    public Task<CliRun> RunAsync(int member, params string[] arguments) => CliRun.Of(
    [
        .. arguments, "--identity", Made.Members[member].IdentityFile, "--passphrase-file", Made.PassphraseFile,
        "--config", Made.ConfigFolder, "--data", Made.DataFolder,
    ]);

    /// <summary>By the first member, with a draft file and --yes.</summary>
    public Task<CliRun> WriteAsync(string text, params string[] further) =>
        RunAsync(0, ["replies", "write", Person.Place.ToString(), "--text", Text(text), "--draft", Draft, "--yes", .. further]);

    public Task<CliRun> ApproveAsync(int member = 1, string? file = null) => RunAsync(member, "replies", "approve", file ?? Draft, "--yes");

    public async Task StopAsync()
    {
        await _app!.DisposeAsync();
        await Store.DisposeAsync();
    }

    public void Reopen() => Store = SealedStore.Open(Made.DataFolder, TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Person.Dispose();
        _exchange.Dispose();
        _folder.Dispose();
    }

    private void Ask(int approvals)
    {
        var file = Path.Combine(Made.ConfigFolder, RosterFolder.RosterName);
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"approvals\": 2", $"\"approvals\": {approvals}", StringComparison.Ordinal));
        using var organisation = SigningKeyFile.Read(Path.Combine(Made.KeysFolder, "organisation.key"), [])!;
        RosterFolder.Sign(Made.ConfigFolder, organisation);
        Assert.Equal(approvals, RosterFolder.Read(Made.ConfigFolder, Made.DataFolder, Today).Roster!.Approvals);
    }

    private async Task ServeAsync()
    {
        var roster = RosterFolder.Read(Made.ConfigFolder, Made.DataFolder, Today).Roster!;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(roster.ExchangeAddress.ToString());
        builder.Services.AddSingleton(Store);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddExchange(() => roster, _exchange);
        _app = builder.Build();
        _app.MapExchange();
        await _app.StartAsync();
    }
}
