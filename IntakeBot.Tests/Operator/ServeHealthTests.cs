using System.Text.Json;
using System.Text.RegularExpressions;
using IntakeBot.Cli;
using IntakeBot.Operator;
using IntakeBot.Tests.Cli;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Operator;

/// <summary>The operator's port of a real server process.</summary>
public sealed partial class ServeHealthTests : IAsyncLifetime
{
    private readonly Uri _health = FreePort.Address();
    private readonly HttpClient _http = new();
    private DemoHotline _hotline = null!;

    public async ValueTask InitializeAsync()
    {
        _hotline = await DemoHotline.StartAsync(0, default);
        _hotline.Server.Environment["INTAKEBOT__Health__Address"] = _health.GetLeftPart(UriPartial.Authority);
        await _hotline.Server.RestartAsync(default);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _hotline.DisposeAsync();
    }

    [Fact]
    public async Task Rules_and_dashboard_name_only_what_the_server_publishes_and_its_log_is_JSON()
    {
        await ReadyAsync();
        var metrics = await _http.GetStringAsync(new Uri(_health, OperatorPaths.Metrics));
        var published = Metric().Matches(string.Join('\n', metrics.Split('\n').Where(l => !l.StartsWith('#')))).Select(m => m.Value).ToHashSet();

        foreach (var file in new[] { Repository.Path("deploy", "prometheus", "intakebot.rules.yml"), Repository.Path("deploy", "grafana", "intakebot.json") })
        {
            var named = Metric().Matches(File.ReadAllText(file)).Select(m => m.Value).ToHashSet();
            Assert.True(named.Count > 5);
            Assert.Empty(named.Except(published));
        }

        var page = File.ReadAllText(Repository.Path("docs", "health.md"));
        Assert.All(published, name => Assert.Contains($"`{name}", page, StringComparison.Ordinal));

        // The Exchange has its own port, and each of the two knows nothing of the other.
        using var exchange = JsonDocument.Parse(File.ReadAllText(Path.Combine(_hotline.Keys.ConfigFolder, SettingsFile.Name)));
        var desks = new Uri(exchange.RootElement.GetProperty("Exchange").GetProperty("Address").GetString()!);
        Assert.Equal(404, (int)(await _http.GetAsync(new Uri(desks, OperatorPaths.Metrics))).StatusCode);

        var line = Assert.Single(_hotline.Server.Words, w => w.Contains("\"event\":101,", StringComparison.Ordinal));
        using var log = JsonDocument.Parse(line);
        Assert.Equal(["day", "level", "event", "name", "class", "text"], log.RootElement.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_and_the_server_does_not_start_without_it()
    {
        await ReadyAsync();
        await using var second = await DemoHotline.StartAsync(0, default);
        second.Server.Environment["INTAKEBOT__Health__Address"] = _health.GetLeftPart(UriPartial.Authority);

        _ = await Assert.ThrowsAsync<InvalidOperationException>(() => second.Server.RestartAsync(default));

        Assert.Contains(second.Server.Words, w => w.Contains(_health.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal));
    }

    private async Task ReadyAsync()
    {
        using var patience = new CancellationTokenSource(Taps.Patience);
        while ((await CliRun.Of("health", "--address", _health.ToString())).Code != ExitCode.Done)
        {
            await Task.Delay(50, patience.Token);
        }
    }

    [GeneratedRegex("intakebot_[a-z_]+")]
    private static partial Regex Metric();
}
