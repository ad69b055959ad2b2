using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace IntakeBot.Exchange;

/// <summary>The desks' API in a host: opaque rows for members of the roster, the same 404 for everybody and everything else.</summary>
internal static class ExchangeRegistration
{
    /// <summary>
    /// Needs a <see cref="Core.Storage.SealedStore"/> and a <see cref="TimeProvider"/> in the container. <paramref name="roster"/> is
    /// asked at each request, so that a newer roster counts at once.
    /// </summary>
    public static IServiceCollection AddExchange(this IServiceCollection services, Func<Roster> roster, SigningKey exchange)
    {
        services.AddSingleton(roster);
        services.AddSingleton(provider => new ExchangeGate(roster, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(new ExchangeAnswers(exchange));
        services.AddSingleton(new PutReplies());
        services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);

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
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return next(context);
        });
        var group = app.MapGroup(ExchangePaths.Root);

        // No method is named here: a known path that answered another method with 405 would be told from an unknown one.
        var (get, put) = (new ExchangeFilter(HttpMethods.Get), new ExchangeFilter(HttpMethods.Put));
        _ = group.Map(ExchangePaths.Manifest, ExchangeEndpoints.Manifest).AddEndpointFilter(get);
        _ = group.Map(ExchangePaths.Row, ExchangeEndpoints.Row).AddEndpointFilter(get);
        _ = group.Map(ExchangePaths.Stanza, StanzaEndpoint.PutAsync).AddEndpointFilter(put);
        _ = group.Map(ExchangePaths.Reply, ReplyEndpoint.PutAsync).AddEndpointFilter(put);
    }
}
