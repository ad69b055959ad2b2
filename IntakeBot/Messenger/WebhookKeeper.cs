using Telegram.Bot.Exceptions;

namespace IntakeBot.Messenger;

/// <summary>
/// Tells Telegram where to deliver, and looks once a minute whether it still does: nothing that comes in says that nothing else does.
/// </summary>
internal sealed class WebhookKeeper(
    Uri webhook, WebhookDoor door, BotCalls calls, Handler handler, Outbox outbox, CatchUp catchUp, Health health, LineState state, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    /// <summary>Between looks while something waits at Telegram since before: until it is through, everything may be old.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    /// <summary>Telegram tries again after a minute or two.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Closing = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Finishing = TimeSpan.FromSeconds(6);

    private readonly Backoff _backoff = new();

    /// <summary>Seconds since 1970; 0: not yet. What failed before failed at another door.</summary>
    private long _setAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            TimeSpan wait;
            try
            {
                wait = await LookAsync(stoppingToken);
                _backoff.Succeeded();
                door.Sweep();
            }
            catch (Exception failure) when (stoppingToken.IsCancellationRequested && failure is OperationCanceledException or RequestException)
            {
                break;
            }
            catch (RequestException failure)
            {
                wait = state.Failed(failure, _backoff);
            }

            await Task.WhenAny(Task.Delay(wait, time, stoppingToken), door.Failure);
            if (door.Failure.IsFaulted)
            {
                // Ends the process, as it does where a poll's updates cannot be stored.
                await door.Failure;
            }
        }

        await door.CloseAsync(Closing);
        handler.CoverAll();
        await outbox.FinishAsync(Finishing);
    }

    /// <summary>How long until the next.</summary>
    private async Task<TimeSpan> LookAsync(CancellationToken cancellationToken)
    {
        var look = await calls.LookAtWebhookAsync(cancellationToken);
        catchUp.Polled();
        var (isOurs, wasSet) = (look.Address == webhook.AbsoluteUri, _setAt > 0);
        if (!isOurs || !wasSet)
        {
            // The secret is new at each start, also where the address is ours.
            await calls.SetWebhookAsync(webhook, door.Secret, cancellationToken);
            _setAt = catchUp.Now;
        }

        if (wasSet && !isOurs)
        {
            catchUp.FellBehind();
            health.Polls.Add(PollOutcome.Conflict);
            state.Set(PollState.TokenUsedElsewhere);
            return BetweenLooks;
        }

        if (look.Pending > 0 && look.LastFailure > Math.Max(_setAt, catchUp.Now - Lately.TotalSeconds))
        {
            catchUp.FellBehind();
            health.Polls.Add(PollOutcome.Away);
            state.Set(PollState.Undelivered);
            return Soon;
        }

        catchUp.Handled(wasFull: look.Pending > 0);
        health.Polled(time.GetTimestamp());
        state.Set(PollState.Polling);
        return catchUp.MustCatchUp ? Soon : BetweenLooks;
    }
}
