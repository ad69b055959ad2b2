using System.Text.Json;
using Telegram.Bot.Exceptions;

namespace IntakeBot.Messenger;

/// <summary>
/// Asks Telegram for updates, hands them on in their order, and confirms them when all they made is durable. A crash before that
/// brings them again, and handling them again changes nothing.
/// </summary>
internal sealed partial class Poller(
    BotCalls calls, Handler handler, Health health, TimeProvider time, ILogger<Poller> logger) : BackgroundService
{
    /// <summary>How long a batch that is durable may hold up the next poll until its screens are drawn.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan BetweenConflicts = TimeSpan.FromSeconds(30);

    private readonly Backoff _backoff = new();
    private int? _offset;
    private DateTimeOffset _swept;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var batch = await PollAsync(stoppingToken);
                await HandleAsync(batch, stoppingToken);
                if (time.GetUtcNow() - _swept > TimeSpan.FromMinutes(1))
                {
                    _swept = time.GetUtcNow();
                    handler.Sweep();
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (RequestException failure)
            {
                await WaitAsync(failure, stoppingToken);
            }
        }

        await ConfirmAsync();
    }

    private async Task<JsonElement[]> PollAsync(CancellationToken cancellationToken)
    {
        var batch = await calls.GetUpdatesAsync(_offset, BotCalls.PollSeconds, cancellationToken);
        _backoff.Succeeded();
        if (health.State is not PollState.Polling)
        {
            health.State = PollState.Polling;
            LogPolling();
        }

        return batch;
    }

    private async Task HandleAsync(JsonElement[] batch, CancellationToken cancellationToken)
    {
        var durable = new List<Task<Task>>(batch.Length);
        int? last = null;
        foreach (var element in batch)
        {
            if (UpdateReader.Read(element) is not { } arrival)
            {
                health.Quarantine();
                continue;
            }

            last = Math.Max(last ?? 0, arrival.UpdateId);
            durable.Add(handler.Handle(arrival, cancellationToken));
        }

        var drawn = await Task.WhenAll(durable);
        if (drawn.Length > 0)
        {
            // Drawn or given up; whether it failed is the outbox's business.
            await Task.WhenAll(drawn).WaitAsync(Grace, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _offset = last + 1 ?? _offset;
    }

    private async Task WaitAsync(RequestException failure, CancellationToken cancellationToken)
    {
        var (state, wait) = failure switch
        {
            ApiRequestException { ErrorCode: 401 or 404 } => (PollState.TokenRefused, Timeout.InfiniteTimeSpan),
            ApiRequestException { ErrorCode: 409 } => (PollState.TokenUsedElsewhere, BetweenConflicts),
            ApiRequestException { ErrorCode: 429, Parameters.RetryAfter: { } seconds } => (PollState.Away, Backoff.WithJitter(TimeSpan.FromSeconds(seconds))),
            _ => (PollState.Away, _backoff.Failed()),
        };
        if (health.State != state)
        {
            health.State = state;
            LogState(state);
        }

        await Task.Delay(wait, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>At an orderly stop: what is durable and drawn need not come again.</summary>
    private async Task ConfirmAsync()
    {
        if (_offset is null || health.State is not PollState.Polling)
        {
            return;
        }

        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2), time);
            _ = await calls.GetUpdatesAsync(_offset, 0, limit.Token);
        }
        catch (Exception failure) when (failure is RequestException or OperationCanceledException)
        {
            // Then it comes again and changes nothing.
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Polling.")]
    private partial void LogPolling();

    [LoggerMessage(Level = LogLevel.Critical, Message = "Not polling: {State}.")]
    private partial void LogState(PollState state);
}
