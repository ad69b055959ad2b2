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
        _calls = new(options);
        var catchUp = new CatchUp(time);
        var courier = new Courier(_calls, new(options.DrawsPerSecond, time), options, time, LogOf<Courier>());
        Outbox = new(courier, _calls, time);
        Poller = new(_calls, new(hotline, Outbox, catchUp, Health, LogOf<Handler>()), Outbox, catchUp, Health, time, LogOf<Poller>());
        Covers = new(hotline, Outbox, time);
    }

    public Hotline Hotline { get; }

    public Health Health { get; } = new();

    public Outbox Outbox { get; }

    public Poller Poller { get; }

    public IdleCovers Covers { get; }

    public void Dispose()
    {
        Outbox.Dispose();
        _calls.Dispose();
    }
}
