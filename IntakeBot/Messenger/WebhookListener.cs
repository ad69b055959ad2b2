using System.Security.Authentication;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace IntakeBot.Messenger;

/// <summary>
/// Listens for Telegram, in a host beside the Exchange's. Who is not Telegram gets a bare 404 whatever was asked, and not one byte of a body is
/// read.
/// </summary>
internal sealed class WebhookListener(WebhookListening listening, IReadOnlyList<WebhookDoor> doors) : IHostedService, IAsyncDisposable
{
    private WebApplication? _app;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "intakebot-webhook" });
        _ = builder.WebHost.UseKestrelCore().ConfigureKestrel(Limit).UseUrls(listening.Address.GetLeftPart(UriPartial.Authority));
        if (listening.Certificate is not null)
        {
            _ = builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https =>
            {
#pragma warning disable CA5398 // Telegram speaks 1.2 as well; nothing older is taken, whatever the system would.
                https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
#pragma warning restore CA5398
                https.ServerCertificate = listening.Certificate;
                https.ServerCertificateChain = listening.Chain;
            }));
        }

        _app = builder.Build();
        _app.Run(AnswerAsync);
        await _app.StartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? default;

    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.ConfigureEndpointDefaults(listen => listen.Protocols = HttpProtocols.Http1);
        var limits = kestrel.Limits;
        limits.MaxRequestBodySize = WebhookDoor.MaxBody;
        limits.MaxRequestHeadersTotalSize = 8 * 1024;
        limits.MaxRequestHeaderCount = 40;
        limits.MaxRequestLineSize = 1024;
        limits.MaxConcurrentConnections = 256;
        limits.MaxConcurrentUpgradedConnections = 0;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
    }

    private Task AnswerAsync(HttpContext http)
    {
        var door = doors.FirstOrDefault(d => http.Request.Path.Value == d.Path);
        if (door is not null && HttpMethods.IsPost(http.Request.Method) && listening.Admits(http.Connection.RemoteIpAddress) && door.Knows(http.Request))
        {
            return door.HandleAsync(http);
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        http.Response.Headers.Connection = "close";
        return Task.CompletedTask;
    }
}
