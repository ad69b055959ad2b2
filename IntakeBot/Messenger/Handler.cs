using IntakeBot.Core.Conversations;
using IntakeBot.Core.Hotline;
using IntakeBot.Core.Storage;

namespace IntakeBot.Messenger;

/// <summary>From one arrival to what is done for it. The first task ends when all is durable, the one inside when it is drawn.</summary>
internal sealed partial class Handler(Hotline hotline, Outbox outbox, Health health, ILogger<Handler> logger)
{
    private readonly Lanes _lanes = new();

    /// <summary>Called in the order of arrival, from the poller alone.</summary>
    public Task<Task> Handle(Arrival arrival, CancellationToken cancellationToken)
    {
        switch (arrival)
        {
            case Arrival.Press press:
                var hides = outbox.HidesOf(press.Person);
                Task<Task> Pressed() => GuardAsync(async () =>
                {
                    var shown = await hotline.PressAsync(press.Person, press.Data);
                    var delivery = new Delivery { Drawing = shown.Drawing, Hides = shown.Hides, Pressed = press.Message, Callback = press.Callback };
                    return outbox.Post(press.Person, delivery, hides, cancellationToken);
                });
                return Hotline.IsHide(press.Data) ? Pressed() : _lanes.Run(press.Person, Pressed);
            case Arrival.Sent sent:
                var before = outbox.HidesOf(sent.Person);
                Task<Task> Said() => GuardAsync(async () =>
                {
                    var shown = await hotline.SayAsync(sent.Person, SaidOf(sent.Words));
                    var delivery = new Delivery { Drawing = shown.Drawing, Hides = shown.Hides, Delete = sent.Message };
                    return outbox.Post(sent.Person, delivery, before, cancellationToken);
                });
                return sent.Words is Words.Hide ? Said() : _lanes.Run(sent.Person, Said);
            case Arrival.Elsewhere elsewhere:
                return Task.FromResult(outbox.LeaveAsync(elsewhere.Chat, cancellationToken));
            case Arrival.Stray stray:
                return Task.FromResult(outbox.AnswerAsync(stray.Callback, cancellationToken));
            case Arrival.Poison:
                health.Quarantine();
                LogPoison();
                return Task.FromResult(Task.CompletedTask);
            default:
                return Task.FromResult(Task.CompletedTask);
        }
    }

    /// <summary>Forgets what is over; to be called about once a minute, between two polls.</summary>
    public void Sweep()
    {
        _lanes.Sweep();
        hotline.Sweep();
        outbox.Sweep();
    }

    private static Said SaidOf(Words words) => words switch
    {
        Words.Start => new Said.Start(),
        Words.Hide => new Said.Press(Command.Hide),
        _ => new Said.Other(),
    };

    /// <summary>A fault of ours in one update must not stop everybody else's; a fault of the store must.</summary>
    private async Task<Task> GuardAsync(Func<Task<Task>> handle)
    {
        try
        {
            return await handle();
        }
#pragma warning disable CA1031 // The top of the loop: what one update provokes is counted, said by its type only, and not repeated.
        catch (Exception failure) when (failure is not StoreException)
#pragma warning restore CA1031
        {
            health.Quarantine();
            LogFault(failure.GetType().Name, failure.TargetSite?.Name ?? "?");
            return Task.CompletedTask;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An update of a form that is not known was set aside.")]
    private partial void LogPoison();

    [LoggerMessage(Level = LogLevel.Error, Message = "An update could not be handled and was set aside: {Type} in {Method}.")]
    private partial void LogFault(string type, string method);
}
