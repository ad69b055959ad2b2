using IntakeBot.Core.Hotline;

namespace IntakeBot.Messenger;

/// <summary>One bot's whole way to Telegram. Several run in one process and share nothing: no memory of chats, no connection, no token.</summary>
internal sealed class BotLine : IDisposable
{
    private readonly BotCalls _calls;

    public BotLine(Hotline hotline, TelegramOptions options, TimeProvider time, ILoggerFactory logs)
    {
        ILogger LogOf<T>() => options.Number == 1 ? logs.CreateLogger<T>() : logs.CreateLogger($"{typeof(T).FullName} of bot {options.Number}");
        Hotline = hotline;
        _calls = new(options, Health.Calls);
        var catchUp = new CatchUp(time);
        var courier = new Courier(_calls, new(options.DrawsPerSecond, time), options, time, LogOf<Courier>());
        Outbox = new(courier, _calls, time);
        var handler = new Handler(hotline, Outbox, catchUp, Health, LogOf<Handler>());
        if (options.Webhook is { } webhook)
        {
            Door = new(webhook.AbsolutePath, handler, Outbox, catchUp, Health, time);
            Intake = new WebhookKeeper(webhook, Door, _calls, handler, Outbox, catchUp, Health, new(Health, isPolled: false, LogOf<WebhookKeeper>()), time);
        }
        else
        {
            Intake = new Poller(_calls, handler, Outbox, catchUp, Health, new(Health, isPolled: true, LogOf<Poller>()), time);
        }

        Covers = new(hotline, Outbox, Health, time);
    }

    public Hotline Hotline { get; }

    public Health Health { get; } = new();

    public Outbox Outbox { get; }

    /// <summary>Brings in what people press: polls, or keeps the webhook.</summary>
    public BackgroundService Intake { get; }

    /// <summary>Where Telegram delivers; null: this bot is polled for.</summary>
    public WebhookDoor? Door { get; }

    public IdleCovers Covers { get; }

    public void Dispose()
    {
        Outbox.Dispose();
        _calls.Dispose();
    }
}
