using Telegram.Bot.Exceptions;

namespace IntakeBot.Messenger;

/// <summary>How one bot's way to Telegram stands; said once at each change.</summary>
internal sealed partial class LineState(Health health, bool isPolled, ILogger logger)
{
    private static readonly TimeSpan BetweenConflicts = TimeSpan.FromSeconds(30);

    public void Set(PollState state)
    {
        if (health.State == state)
        {
            return;
        }

        health.State = state;
        switch (state)
        {
            case PollState.Polling when isPolled:
                LogPolling();
                break;
            case PollState.Polling:
                LogDelivered();
                break;
            case PollState.TokenRefused:
                LogRefused();
                break;
            case PollState.TokenUsedElsewhere when isPolled:
                LogUsedElsewhere();
                break;
            case PollState.TokenUsedElsewhere:
                LogOtherWebhook();
                break;
            case PollState.Undelivered:
                LogUndelivered();
                break;
            default:
                LogAway();
                break;
        }
    }

    /// <summary>Notes a call that failed; how long to wait until the next.</summary>
    public TimeSpan Failed(RequestException failure, Backoff backoff)
    {
        var (state, outcome, wait) = failure switch
        {
            ApiRequestException { ErrorCode: 401 or 404 } => (PollState.TokenRefused, PollOutcome.Refused, Timeout.InfiniteTimeSpan),
            ApiRequestException { ErrorCode: 409 } => (PollState.TokenUsedElsewhere, PollOutcome.Conflict, BetweenConflicts),
            ApiRequestException { ErrorCode: 429 } refused => (PollState.Away, PollOutcome.Slow, Backoff.WithJitter(DrawFailures.WaitOf(refused))),
            _ => (PollState.Away, PollOutcome.Away, backoff.Failed()),
        };
        health.Polls.Add(outcome);
        Set(state);
        return wait;
    }

    [LoggerMessage(EventId = 101, Level = LogLevel.Information, Message = "Polling.")]
    private partial void LogPolling();

    [LoggerMessage(EventId = 102, Level = LogLevel.Warning, Message = "Telegram cannot be reached or refuses; trying again.")]
    private partial void LogAway();

    [LoggerMessage(EventId = 103, Level = LogLevel.Critical, Message = "Telegram refuses the bot's token: it was revoked or is wrong. Nothing is polled until a restart with the right one.")]
    private partial void LogRefused();

    [LoggerMessage(EventId = 104, Level = LogLevel.Critical, Message = "Somebody else uses the bot's token: a second server polls, or a webhook was set. Unless it was you, revoke the token now. Trying again every 30 s; no webhook is deleted.")]
    private partial void LogUsedElsewhere();

    [LoggerMessage(EventId = 110, Level = LogLevel.Information, Message = "Telegram delivers to the webhook.")]
    private partial void LogDelivered();

    [LoggerMessage(EventId = 111, Level = LogLevel.Critical, Message = "Somebody took the bot's webhook away or set another. Unless it was you, revoke the token now. Ours was set again.")]
    private partial void LogOtherWebhook();

    [LoggerMessage(EventId = 112, Level = LogLevel.Error, Message = "Telegram does not come through to the webhook, and what people press waits there: look at the reverse proxy, its certificate and the name in Telegram.Webhook.Url.")]
    private partial void LogUndelivered();
}
