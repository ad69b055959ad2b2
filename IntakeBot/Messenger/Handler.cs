using IntakeBot.Core.Conversations;
using IntakeBot.Core.Hotline;
using IntakeBot.Core.Storage;

namespace IntakeBot.Messenger;

/// <summary>From one arrival to what is done for it. The first task ends when all is durable, the one inside when it is drawn.</summary>
internal sealed partial class Handler(Hotline hotline, Outbox outbox, CatchUp catchUp, Health health, ILogger logger)
{
    private readonly Lanes _lanes = new();

    /// <summary>Called in the order of arrival, from the poller alone.</summary>
    public Task<Task> Handle(Arrival arrival)
    {
        health.CountUpdate();
        switch (arrival)
        {
            case Arrival.Press press:
                return Handle(press);
            case Arrival.Sent sent:
                return Handle(sent);
            case Arrival.Elsewhere elsewhere:
                return Task.FromResult(outbox.LeaveAsync(elsewhere.Chat));
            case Arrival.Stray stray:
                return Task.FromResult(outbox.AnswerAsync(stray.Callback));
            case Arrival.Poison:
                health.Quarantine();
                LogPoison();
                return Task.FromResult(Task.CompletedTask);
            default:
                return Task.FromResult(Task.CompletedTask);
        }
    }

    /// <summary>Before an orderly stop: every screen becomes a cover, the newest first, as far as there is time to draw them.</summary>
    public void CoverAll()
    {
        foreach (var (person, cover) in hotline.CoverSilent(TimeSpan.Zero))
        {
            _ = outbox.Post(person, new() { Drawing = cover, OnlyEdits = true }, outbox.HidesOf(person));
        }
    }

    /// <summary>Forgets what is over; to be called about once a minute, between two polls.</summary>
    public void Sweep()
    {
        hotline.Sweep();
        outbox.Sweep();
    }

    /// <summary>Hide waits for nothing. What is over the chat's own limit is answered, and nobody waits until it is.</summary>
    private Task<Task> Handle(Arrival.Press press)
    {
        var hides = outbox.HidesOf(press.Person);
        var isHide = Hotline.IsHide(press.Data);
        if (!hotline.Floods.TryPress(press.Person) && !isHide)
        {
            _ = outbox.Post(press.Person, new() { Callback = press.Callback }, hides);
            return Task.FromResult(Task.CompletedTask);
        }

        var mayBeOld = catchUp.MayBeOld(press.NotBefore);
        Task<Task> Pressed() => GuardAsync(() => PressedAsync(press, hides, mayBeOld));
        var handled = isHide ? Pressed() : _lanes.Run(press.Person, Pressed);
        return !isHide && hotline.Floods.IsSpent(press.Person) ? OnlyDurableAsync(handled) : handled;
    }

    /// <summary>
    /// As with presses; what is over the limit is deleted. What she typed leaves the chat before its update is confirmed, because a crash
    /// must not leave it there; the screen that it brings may come after.
    /// </summary>
    private Task<Task> Handle(Arrival.Sent sent)
    {
        var hides = outbox.HidesOf(sent.Person);
        var mayBeOld = catchUp.MayBeOld(sent.NotBefore);
        if (!mayBeOld && sent is { Words: Words.Other, Text: { } text } && Hotline.IsCode(text) && hotline.Floods.TryText(sent.Person)
            && hotline.TryCode(sent.Person, text) is { } code)
        {
            // What it opens takes as long as it takes: neither the next poll nor her next press waits for that.
            _ = CodeAsync(sent.Person, code, hides);
            return Task.FromResult(outbox.DeleteAsync(sent.Person, sent.Message));
        }

        var mustHide = sent.Words is Words.Hide || (sent.Words is Words.Other && !mayBeOld && hotline.MustHideAfter(sent.Person, sent.Sending, sent.Text));
        if (!mustHide && !Admits(sent))
        {
            _ = outbox.DeleteAsync(sent.Person, sent.Message);
            return Task.FromResult(Task.CompletedTask);
        }

        var heard = mustHide ? sent with { Words = Words.Hide } : sent;
        Task<Task> Said() => GuardAsync(() => SentAsync(heard, hides, mayBeOld));
        return mustHide ? Said() : _lanes.Run(sent.Person, Said);
    }

    /// <summary>What is drawn in a chat over its limit waits behind its own answers: the next poll does not.</summary>
    private static async Task<Task> OnlyDurableAsync(Task<Task> handled)
    {
        _ = await handled;
        return Task.CompletedTask;
    }

    private bool Admits(Arrival.Sent sent) => sent.Words switch
    {
        Words.Start or Words.Privacy or Words.Kept => hotline.Floods.TryStart(sent.Person),
        Words.Other => hotline.Floods.TryText(sent.Person),
        _ => true,
    };

    /// <summary>A press that may be old counts, but what it would bring up is shown only behind "safe now?".</summary>
    private async Task<Task> PressedAsync(Arrival.Press press, int hides, bool mayBeOld)
    {
        if (outbox.HasSeen(press.Person, press.Callback))
        {
            return Task.CompletedTask;
        }

        var shown = await hotline.PressAsync(press.Person, press.Data);
        if (mayBeOld && shown is { Drawing: not null, Hides: false })
        {
            shown = await hotline.SayAsync(press.Person, new Said.Start());
        }

        var delivery = new Delivery { Drawing = shown.Drawing, Hides = shown.Hides, Pressed = press.Message, Callback = shown.Hides ? null : press.Callback };
        var done = outbox.Post(press.Person, delivery, hides);
        if (shown.Hides)
        {
            _ = AnswerAfterAsync(done, press, hides);
            return done;
        }

        return mayBeOld ? done : AskIfTooOldAsync(press, done, hides);
    }

    /// <summary>The next poll waits for a cover, and not for the answer to its button: somebody else's Hide may be in it.</summary>
    private async Task AnswerAfterAsync(Task covered, Arrival.Press press, int hides)
    {
        await covered.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ = outbox.Post(press.Person, new() { Callback = press.Callback }, hides);
    }

    private async Task<Task> SentAsync(Arrival.Sent sent, int hides, bool mayBeOld)
    {
        var shown = sent.Words switch
        {
            Words.Hide => await hotline.SayAsync(sent.Person, new Said.Press(Command.Hide)),
            Words.Notice => Shown.Nothing,
            Words.Other when !mayBeOld => await hotline.SayAsync(sent.Person, sent.Text is { } text ? new Said.Text(text) : new Said.Other()),
            Words.Start when !mayBeOld => await hotline.SayAsync(sent.Person, new Said.Start(sent.Text)),
            Words.Privacy when !mayBeOld => await hotline.SayAsync(sent.Person, new Said.Press(Command.Privacy)),
            Words.Kept when !mayBeOld => await hotline.SayAsync(sent.Person, new Said.Press(Command.Kept)),
            _ => await hotline.SayAsync(sent.Person, new Said.Start()),
        };
        var deleted = sent.Words is Words.Other ? outbox.DeleteAsync(sent.Person, sent.Message) : null;
        var delivery = new Delivery
        {
            Drawing = shown.Drawing,
            Hides = shown.Hides,
            Delete = deleted is null ? sent.Message : null,
            Fresh = sent.Words is Words.Start or Words.Privacy or Words.Kept,
        };
        var drawn = outbox.Post(sent.Person, delivery, hides);
        return deleted ?? drawn;
    }

    /// <summary>What a receipt code opens is shown in its turn.</summary>
    private async Task CodeAsync(long person, TypedCode code, int hides)
    {
        await code.Ready;
        _ = await _lanes.Run(person, () => GuardAsync(async () =>
        {
            var shown = await hotline.SayCodeAsync(person, code);
            return outbox.Post(person, new() { Drawing = shown.Drawing, IsPatient = true }, hides);
        }));
    }

    /// <summary>Where Telegram alone knows that a press was old, it is learnt only when the press is answered.</summary>
    private async Task AskIfTooOldAsync(Arrival.Press press, Task<bool> done, int hides)
    {
        var handled = catchUp.Now;
        if (await done && !catchUp.IsSurelyNew(press.NotBefore) && catchUp.IsSurelyNew(handled))
        {
            var shown = await hotline.SayAsync(press.Person, new Said.Start());
            _ = await outbox.Post(press.Person, new() { Drawing = shown.Drawing }, hides);
        }
    }

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

    [LoggerMessage(EventId = 105, Level = LogLevel.Warning, Message = "An update of a form that is not known was set aside.")]
    private partial void LogPoison();

    [LoggerMessage(EventId = 106, Level = LogLevel.Error, Message = "An update could not be handled and was set aside: {Type} in {Method}.")]
    private partial void LogFault(string type, string method);
}
