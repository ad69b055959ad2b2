using System.Net.Mime;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using OpenTelemetry.Metrics;

namespace IntakeBot.Operator;

/// <summary>
/// Answers on the operator's own port. A host beside the Exchange's, so that nothing of one can be asked at the other; nothing that is asked changes anything.
/// </summary>
internal sealed class OperatorListener(OperatorParts parts, OperatorRound round, Vitals vitals, IHostApplicationLifetime lifetime) : IHostedService, IAsyncDisposable
{
    private Instruments? _instruments;
    private WebApplication? _app;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "intakebot-operator" });
        _ = builder.WebHost.UseKestrelCore().ConfigureKestrel(Limit).UseUrls(parts.Address.GetLeftPart(UriPartial.Authority));
        _ = builder.Services.AddSingleton<IHostLifetime, SilentLifetime>().AddRoutingCore();
        _ = builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(Instruments.MeterName)
            .AddPrometheusExporter(prometheus => (prometheus.TargetInfoEnabled, prometheus.ScopeInfoEnabled) = (false, false)));
        _instruments = new(round, vitals);
        _app = builder.Build();
        Map(_app);
        await _app.StartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await (_app?.DisposeAsync() ?? default);
        _instruments?.Dispose();
    }

    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.ConfigureEndpointDefaults(listen => listen.Protocols = HttpProtocols.Http1);
        kestrel.Limits.MaxRequestBodySize = 0;
        kestrel.Limits.MaxRequestHeadersTotalSize = 4 * 1024;
        kestrel.Limits.MaxConcurrentConnections = 32;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
    }

    private static IResult Answer(params IReadOnlyList<string> failing) => Results.Text(
        $"{(failing.Count == 0 ? "ok" : string.Join(' ', failing))}\n", MediaTypeNames.Text.Plain, statusCode: failing.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);

    private void Map(WebApplication app)
    {
        _ = app.Use((context, next) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return next(context);
        });
        _ = app.MapPrometheusScrapingEndpoint(OperatorPaths.Metrics);

        // Who answers lives: a loop or a store that has failed ends the process.
        _ = app.MapGet(OperatorPaths.Live, () => Answer());
        _ = app.MapGet(OperatorPaths.Ready, () => Answer(HasStarted ? vitals.Failing() : ["starting"]));
        _ = app.MapGet(OperatorPaths.Startup, () => HasStarted ? Answer() : Answer("starting"));
    }

    private bool HasStarted => lifetime.ApplicationStarted.IsCancellationRequested && vitals.HasStarted;
}
