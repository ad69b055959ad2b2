using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace IntakeBot.Exchange;

/// <summary>The desks' API in a host: opaque rows for members of the roster, the same 404 for everybody and everything else.</summary>
internal static class ExchangeRegistration
{
    /// <summary>
    /// Needs a <see cref="Core.Storage.SealedStore"/> and a <see cref="TimeProvider"/> in the container. <paramref name="roster"/> is
    /// asked at each request, so that a newer roster counts at once; its files lie in <paramref name="folders"/>, null: they are not given out, and no epoch key is taken.
    /// </summary>
    public static IServiceCollection AddExchange(this IServiceCollection services, Func<Roster> roster, SigningKey exchange, ExchangeFolders? folders = null)
    {
        services.AddSingleton(roster);
        services.AddSingleton(provider => new ExchangeGate(roster, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => ExchangeLog.Open(
            folders?.Data, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ExchangeLog>>()));
        services.AddHostedService<ExchangeLogKeeping>();
        services.AddSingleton(provider => new ExchangeAnswers(exchange, provider.GetRequiredService<ExchangeLog>()));
        services.AddSingleton(new PutReplies());
        services.AddSingleton(new RequestRates());
        services.AddSingleton(new Published(roster, folders));
        services.AddSingleton(new OwnStatements(folders));
        services.AddSingleton(provider => new DeskAcknowledgements(provider.GetRequiredService<TimeProvider>()));
        services.Configure<KestrelServerOptions>(ExchangeKestrel.Limit);

        // The host's own request lines would write addresses and places.
        services.AddLogging(logging => logging
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None)
            .AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.Http", LogLevel.Warning));
        return services;
    }

    public static void MapExchange(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.CacheControl = "no-store";
            headers.XContentTypeOptions = "nosniff";
            headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Referrer-Policy"] = "no-referrer";
            headers["X-Robots-Tag"] = "noindex, nofollow";
            if (context.Request.IsHttps)
            {
                headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
            }

            return next(context);
        });
        var group = app.MapGroup(ExchangePaths.Root);

        // No method is named here: a known path that answered another method with 405 would be told from an unknown one.
        Map(group, ExchangePaths.Manifest, ExchangeEndpoints.Manifest, Get(ExchangeLogKind.Manifests));
        Map(group, ExchangePaths.Roster, ExchangeEndpoints.Roster, Get(ExchangeLogKind.Roster));
        Map(group, ExchangePaths.Questionnaire, ExchangeEndpoints.Questionnaire, Get(ExchangeLogKind.Questionnaire));
        Map(group, ExchangePaths.Log, LogEndpoint.Page, Get(ExchangeLogKind.Log, ExchangeCircle.Overseers));
        Map(group, ExchangePaths.Stanza, StanzaEndpoint.PutAsync, Put(ExchangeLogKind.StanzasPut));
        Map(group, ExchangePaths.Reply, ReplyEndpoint.PutAsync, Put(ExchangeLogKind.RepliesPut));
        Map(group, ExchangePaths.EpochKey, EpochKeyEndpoint.PutAsync, Put(ExchangeLogKind.EpochKeysPut, ExchangeCircle.Everybody));

        // A day without one would say that what was erased on it its person erased.
        Map(group, ExchangePaths.Removal, RemovalEndpoint.PutAsync, Put(null));

        // Each desk does it in each round, whatever there is.
        Map(group, ExchangePaths.Acknowledgement, AcknowledgementEndpoint.PutAsync, Put(null, ExchangeCircle.Everybody));

        // Counted row by row, by its kind.
        Map(group, ExchangePaths.Row, ExchangeEndpoints.Row, Get(null));

        // The path of a row that can be fetched: any other method than this one goes to that endpoint, and comes to the same 404.
        var put = Put(ExchangeLogKind.EventsPut);
        Map(group, ExchangePaths.Event, EventEndpoint.PutAsync, put).WithMetadata(new HttpMethodMetadata([put.Method]));
    }

    private static ExchangeAccess Get(ExchangeLogKind? counted, ExchangeCircle circle = ExchangeCircle.Everybody) => new(HttpMethods.Get, circle, counted);

    private static ExchangeAccess Put(ExchangeLogKind? counted, ExchangeCircle circle = ExchangeCircle.Recipients) => new(HttpMethods.Put, circle, counted);

    private static RouteHandlerBuilder Map(RouteGroupBuilder group, string path, Delegate handler, ExchangeAccess access) =>
        group.Map(path, handler).AddEndpointFilter(new ExchangeFilter(access)).WithMetadata(access);
}
