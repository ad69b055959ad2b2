using System.Net;

namespace IntakeBot.Phone;

/// <summary>
/// A simulated Telegram on a loopback port: the Bot API under <c>/bot…</c> and a phone to tap at <c>/</c>.
/// </summary>
public sealed class PhoneServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _stopping = new();

    private PhoneServer(WebApplication app, PhoneOptions options)
    {
        _app = app;
        World = new PhoneWorld(options);
        _ = app.Map("/bot{token}/{method}", new BotEndpoint(World, _stopping.Token).HandleAsync);
        new PageEndpoints(this, _stopping.Token).Map(app);
    }

    /// <summary>The page's address, and the <c>baseUrl</c> for a bot.</summary>
    public Uri Address => new(_app.Urls.Single());

    public PhoneWorld World { get; }

    /// <summary>What "Restart the server" on the page does; the page offers it only when this is set.</summary>
    public Func<CancellationToken, Task>? RestartServer
    {
        get;
        set
        {
            field = value;
            World.PeopleChanged.Raise();
        }
    }

    /// <summary>Starts listening; returns when the port answers.</summary>
    public static async Task<PhoneServer> StartAsync(PhoneOptions options, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        _ = builder.Logging.ClearProviders();
        _ = builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, options.Port));
        _ = builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var server = new PhoneServer(builder.Build(), options);
        await server._app.StartAsync(cancellationToken);
        return server;
    }

    /// <summary>Starts, tells where, and listens until cancelled.</summary>
    public static async Task RunAsync(PhoneOptions options, Action<PhoneServer> started, CancellationToken cancellationToken)
    {
        await using var server = await StartAsync(options, cancellationToken);
        started(server);
        await Task.Delay(Timeout.InfiniteTimeSpan, options.TimeProvider, cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Cuts waiting calls and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        World.Bot.Webhook.Dispose();
        await _app.DisposeAsync();
        _stopping.Dispose();
    }
}
