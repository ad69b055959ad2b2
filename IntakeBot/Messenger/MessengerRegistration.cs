using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IntakeBot.Messenger;

/// <summary>Adds the messenger to a host that has a hotline.</summary>
internal static class MessengerRegistration
{
    public static IServiceCollection AddMessenger(this IServiceCollection services, TelegramOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(options)
            .AddSingleton<Health>()
            .AddSingleton<BotCalls>()
            .AddSingleton(s => new Pacer(options.DrawsPerSecond, s.GetRequiredService<TimeProvider>()))
            .AddSingleton<CatchUp>()
            .AddSingleton<Courier>()
            .AddSingleton<Outbox>()
            .AddSingleton<Handler>()
            .AddHostedService<Poller>()
            .AddHostedService<IdleCovers>();
    }
}
