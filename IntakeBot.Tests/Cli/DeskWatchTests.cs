using IntakeBot.Cli;
using IntakeBot.Core.Hotline;
using IntakeBot.Exchange;
using IntakeBot.Tests.Exchange;
using IntakeBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntakeBot.Tests.Cli;

/// <summary>An operator hears of it when nobody fetches what came in.</summary>
public sealed class DeskWatchTests : IAsyncLifetime
{
    private readonly LogCollector _log = new();
    private readonly LoggerFactory _factory = new();
    private ExchangeRig _rig = null!;
    private DeskWatch _watch = null!;

    public async ValueTask InitializeAsync()
    {
        _rig = await ExchangeRig.StartAsync();
        _factory.AddProvider(_log);
        _watch = new(
            new CurrentRoster(_rig.Roster), _rig.Services.GetRequiredService<DeskAcknowledgements>(), _rig.Store, _rig.Time, _factory.CreateLogger<DeskWatch>());
    }

    public async ValueTask DisposeAsync()
    {
        _watch.Dispose();
        _factory.Dispose();
        _log.Dispose();
        await _rig.DisposeAsync();
    }

    [Fact]
    public async Task Half_a_day_without_a_desk_that_has_everything_is_told_once_and_its_end_too()
    {
        _ = await _rig.AddAsync();
        using var client = _rig.Client(_rig.Setup.Ada.Signing);
        Assert.True(await client.AcknowledgeAsync(Core.Exchange.Acknowledgement.Everything, default));
        _rig.Time.Advance(DeskWatch.Longest - TimeSpan.FromMinutes(1));
        _watch.Look();
        Assert.Empty(Lines("hotline"));

        Assert.True(await client.AcknowledgeAsync(Core.Exchange.Acknowledgement.NotYet, default));
        _rig.Time.Advance(TimeSpan.FromMinutes(1));
        _watch.Look();
        _watch.Look();
        Assert.Contains("Nobody of desk hotline has fetched what waits here for 12 hours", Assert.Single(Lines("hotline")), StringComparison.Ordinal);

        Assert.True(await client.AcknowledgeAsync(Core.Exchange.Acknowledgement.Everything, default));
        _watch.Look();
        Assert.Contains("Desk hotline has fetched what waits here.", Lines("hotline")[1], StringComparison.Ordinal);
        _ = Assert.Single(Lines("safeguarding"));
    }

    [Fact]
    public void Where_nothing_waits_nothing_is_told()
    {
        _rig.Time.Advance(TimeSpan.FromDays(2));
        _watch.Look();

        Assert.Empty(_log.Lines);
    }

    private List<string> Lines(string desk) => [.. _log.Lines.Where(l => l.Contains($"esk {desk} ", StringComparison.Ordinal))];
}
