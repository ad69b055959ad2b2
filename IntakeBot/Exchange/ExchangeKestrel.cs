using System.Security.Authentication;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace IntakeBot.Exchange;

/// <summary>How the Exchange listens: HTTP/1.1 alone, small requests, short patience, and TLS 1.3 where there is a certificate.</summary>
internal static class ExchangeKestrel
{
    /// <summary>More than any body that is taken.</summary>
    public const int MaxBody = 4 * 1024;

    private const int MaxConnections = 256;

    public static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.ConfigureEndpointDefaults(listen => listen.Protocols = HttpProtocols.Http1);
        var limits = kestrel.Limits;
        limits.MaxRequestBodySize = MaxBody;
        limits.MaxRequestHeadersTotalSize = 4 * 1024;
        limits.MaxRequestHeaderCount = 24;
        limits.MaxRequestLineSize = 1024;
        limits.MaxConcurrentConnections = MaxConnections;
        limits.MaxConcurrentUpgradedConnections = 0;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
    }

    /// <summary>Null: nothing is changed, and https:// cannot be listened at.</summary>
    public static IWebHostBuilder UseExchangeTls(this IWebHostBuilder host, ExchangeTls? tls) => tls is null ? host : host
        .UseKestrelHttpsConfiguration()
        .ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https =>
        {
#pragma warning disable CA5398 // Both ends are this program, so nothing older has to be spoken.
            https.SslProtocols = SslProtocols.Tls13;
#pragma warning restore CA5398
            https.ServerCertificate = tls.Certificate;
            https.ServerCertificateChain = tls.Chain;
        }));
}
