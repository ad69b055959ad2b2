using IntakeBot.Core.Hotline;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IntakeBot.Messenger;

/// <summary>Adds one bot to a host; to be called once for each.</summary>
internal static class MessengerRegistration
{
    public static IServiceCollection AddMessenger(this IServiceCollection services, Hotline hotline, TelegramOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        BotLine? made = null;
        BotLine Line(IServiceProvider s) => made ??= new(hotline, options, s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILoggerFactory>());
        return services
            .AddSingleton(Line)
            .AddSingleton<IHostedService>(s => Line(s).Intake)
            .AddSingleton<IHostedService>(s => Line(s).Covers);
    }

    /// <summary>The one port at which Telegram delivers to all bots; to be added before them, so that it listens before Telegram is told.</summary>
    public static IServiceCollection AddWebhook(this IServiceCollection services, WebhookListening listening) =>
        services.AddHostedService(s => new WebhookListener(listening, [.. s.GetServices<BotLine>().Select(l => l.Door).OfType<WebhookDoor>()]));
}
