using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace IntakeBot.Exchange;

/// <summary>The desks' API in a host: opaque rows for members of the roster, the same 404 for everybody and everything else.</summary>
internal static class ExchangeRegistration
{
    /// <summary>
    /// Needs a <see cref="Core.Storage.SealedStore"/> and a <see cref="TimeProvider"/> in the container. <paramref name="roster"/> is
    /// asked at each request, so that a newer roster counts at once; its files lie in <paramref name="configFolder"/>, null: they are not given out.
    /// </summary>
    public static IServiceCollection AddExchange(this IServiceCollection services, Func<Roster> roster, SigningKey exchange, string? configFolder = null)
    {
        services.AddSingleton(roster);
        services.AddSingleton(provider => new ExchangeGate(roster, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(new ExchangeAnswers(exchange));
        services.AddSingleton(new PutReplies());
        services.AddSingleton(new RequestRates());
        services.AddSingleton(new PublishedRoster(roster, configFolder));
        services.AddSingleton(new PublishedQuestionnaire(roster, configFolder));
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
        var (get, put) = (new ExchangeAccess(HttpMethods.Get, RecipientsOnly: false), new ExchangeAccess(HttpMethods.Put, RecipientsOnly: true));
        Map(group, ExchangePaths.Manifest, ExchangeEndpoints.Manifest, get);
        Map(group, ExchangePaths.Roster, ExchangeEndpoints.Roster, get);
        Map(group, ExchangePaths.Questionnaire, ExchangeEndpoints.Questionnaire, get);
        Map(group, ExchangePaths.Row, ExchangeEndpoints.Row, get);
        Map(group, ExchangePaths.Stanza, StanzaEndpoint.PutAsync, put);
        Map(group, ExchangePaths.Removal, RemovalEndpoint.PutAsync, put);
        Map(group, ExchangePaths.Reply, ReplyEndpoint.PutAsync, put);

        // The path of a row that can be fetched: any other method than this one goes to that endpoint, and comes to the same 404.
        Map(group, ExchangePaths.Event, EventEndpoint.PutAsync, put).WithMetadata(new HttpMethodMetadata([put.Method]));
    }

    private static RouteHandlerBuilder Map(RouteGroupBuilder group, string path, Delegate handler, ExchangeAccess access) =>
        group.Map(path, handler).AddEndpointFilter(new ExchangeFilter(access)).WithMetadata(access);
}
