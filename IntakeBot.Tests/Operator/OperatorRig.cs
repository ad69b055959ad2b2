using IntakeBot.Cli;
using IntakeBot.Core.Hotline;
using IntakeBot.Core.Storage;
using IntakeBot.Exchange;
using IntakeBot.Operator;
using IntakeBot.Tests.Journeys;
using IntakeBot.Tests.Sealing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace IntakeBot.Tests.Operator;

/// <summary>The real hotline in a time that stands still, and the operator's port beside it; its rounds are the test's.</summary>
internal sealed class OperatorRig : IAsyncDisposable
{
    private readonly RosterSetup _setup = new();
    private readonly HttpClient _http = new();
    private readonly CancellationTokenSource _started = new();
    private OperatorListener _listener = null!;

    private OperatorRig(WeatherRig weather) => Weather = weather;

    public WeatherRig Weather { get; }

    public OperatorParts Parts { get; private set; } = null!;

    public OperatorRound Round { get; private set; } = null!;

    public CurrentRoster Roster { get; private set; } = null!;

    public Uri Address => Parts.Address;

    public static async Task<OperatorRig> StartAsync()
    {
        var rig = new OperatorRig(await WeatherRig.StartAsync());
        await rig.Weather.CalmAsync();
        var (hotline, time) = (rig.Weather.Hotline, rig.Weather.Time);
        rig.Roster = new(rig._setup.Good());
        rig.Parts = new()
        {
            Address = FreePort.Address(),
            Lines = [hotline.Line],
            Store = hotline.Store,
            Days = DayBook.Open(hotline.DataFolder, RosterSetup.Today),
            Roster = rig.Roster,
            Desks = new DeskAcknowledgements(time),
            Time = time,
        };
        rig.Parts.Days.Accept(RosterSetup.Today);
        var probe = new StoreProbe(rig.Parts.Store, time, NullLogger<StoreProbe>.Instance);
        rig.Round = new(rig.Parts, probe);
        var lifetime = Mock.Of<IHostApplicationLifetime>(l => l.ApplicationStarted == rig._started.Token);
        rig._listener = new(rig.Parts, rig.Round, new(rig.Parts, rig.Round, probe), lifetime);
        await rig._listener.StartAsync(default);
        return rig;
    }

    /// <summary>What the host says when all its parts have started; and the first round.</summary>
    public async Task BeginAsync()
    {
        await _started.CancelAsync();
        await Round.LookAsync();
    }

    public async Task<(int Code, string Text)> AskAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(Address, path));
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The samples of /metrics as they stand there, after a round.</summary>
    public async Task<IReadOnlyList<string>> SamplesAsync()
    {
        await Round.LookAsync();

        // What was answered is kept for a moment.
        await Task.Delay(400);
        return [.. (await AskAsync(OperatorPaths.Metrics)).Text.Split('\n').Where(l => l.Length > 0 && l[0] != '#')];
    }

    public async ValueTask DisposeAsync()
    {
        await _listener.StopAsync(default);
        await _listener.DisposeAsync();
        Round.Dispose();
        _http.Dispose();
        _started.Dispose();
        await Weather.DisposeAsync();
        _setup.Dispose();
    }
}
