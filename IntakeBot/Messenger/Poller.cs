using IntakeBot.Core.Hotline;
using Telegram.Bot.Exceptions;

namespace IntakeBot.Messenger;

/// <summary>
/// Asks Telegram for updates, hands them on in their order, and confirms them when all they made is durable. A crash before that
/// brings them again, and handling them again changes nothing.
/// </summary>
internal sealed class Poller(
    BotCalls calls, Handler handler, Outbox outbox, CatchUp catchUp, Health health, LineState state, TimeProvider time) : BackgroundService
{
    /// <summary>So many come at once at most; fewer means that no more wait.</summary>
    private const int FullBatch = 100;

    /// <summary>While more chats than this wait for their screens, no more is asked for: memory stays bounded.</summary>
    private const int MostBusy = 10_000;

    /// <summary>While more chats than this wait for their screens, the next poll waits for none of them.</summary>
    private const int FewBusy = 8;

    /// <summary>How long a batch that is durable may hold up the next poll until its screens are drawn: about one call, and less than anybody feels.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(100);

    /// <summary>The same for what a crash must not leave in her chat: a screen that she hid, a receipt code that she typed.</summary>
    private static readonly TimeSpan GraceOfUrgent = TimeSpan.FromSeconds(1);

    /// <summary>How long an orderly stop goes on drawing covers.</summary>
    private static readonly TimeSpan Finishing = TimeSpan.FromSeconds(8);

    private readonly Backoff _backoff = new();
    private readonly Backoff _unreadable = new();

    /// <summary>
    /// Confirms all below it. Null at the start, and as soon as nothing waits: Telegram may begin anew with lower ids, and an offset
    /// from before could confirm what nobody has seen.
    /// </summary>
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
            catch (Exception failure) when (stoppingToken.IsCancellationRequested && failure is OperationCanceledException or RequestException)
            {
                break;
            }
            catch (RequestException failure)
            {
                await WaitAsync(failure, stoppingToken);
            }
        }

        await ConfirmAsync();
        handler.CoverAll();
        await outbox.FinishAsync(Finishing);
    }

    private async Task<Arrival?[]> PollAsync(CancellationToken cancellationToken)
    {
        var batch = await calls.GetUpdatesAsync(_offset, catchUp.MustCatchUp ? 0 : BotCalls.PollSeconds, cancellationToken);
        _backoff.Succeeded();
        catchUp.Polled();
        health.Polled(time.GetTimestamp());
        state.Set(PollState.Polling);
        return batch;
    }

    private async Task HandleAsync(Arrival?[] batch, CancellationToken cancellationToken)
    {
        var (durable, urgent) = (new List<Task<Task>>(batch.Length), new List<int>());
        int? last = null;
        foreach (var read in batch)
        {
            if (read is not { } arrival)
            {
                health.Quarantine();
                continue;
            }

            last = Math.Max(last ?? 0, arrival.UpdateId);
            if (IsUrgent(arrival))
            {
                urgent.Add(durable.Count);
            }

            durable.Add(handler.Handle(arrival));
        }

        var drawn = await Task.WhenAll(durable);
        var wasFull = batch.Length >= FullBatch;
        catchUp.Handled(wasFull);
        if (!wasFull)
        {
            // Drawn or given up; whether it failed is the outbox's business. Where more waits, a Hide may be in it.
            await GiveAsync(GraceOfUrgent, urgent.Select(i => drawn[i]), cancellationToken);
            await GiveAsync(outbox.Busy <= FewBusy ? Grace : TimeSpan.Zero, drawn, cancellationToken);
        }

        _offset = last + 1;
        await MakeRoomAsync(unread: batch.Length > 0 && last is null, cancellationToken);
    }

    private static bool IsUrgent(Arrival arrival) =>
        arrival is Arrival.Sent { Words: Words.Hide or Words.Other } || (arrival is Arrival.Press press && Hotline.IsHide(press.Data));

    private async Task GiveAsync(TimeSpan grace, IEnumerable<Task> drawn, CancellationToken cancellationToken) =>
        await Task.WhenAll(drawn).WaitAsync(grace, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Waits while too many screens are to be drawn, or after a batch of which nothing can be confirmed.</summary>
    private async Task MakeRoomAsync(bool unread, CancellationToken cancellationToken)
    {
        if (unread)
        {
            await Task.Delay(_unreadable.Failed(), time, cancellationToken);
        }
        else
        {
            _unreadable.Succeeded();
        }

        while (outbox.Busy > MostBusy)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellationToken);
        }
    }

    private async Task WaitAsync(RequestException failure, CancellationToken cancellationToken)
    {
        var wait = state.Failed(failure, _backoff);
        await Task.Delay(wait, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>At an orderly stop: what is durable need not come again, and every screen becomes a cover now.</summary>
    private async Task ConfirmAsync()
    {
        if (_offset is null || health.State is not PollState.Polling)
        {
            return;
        }

        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1), time);
            _ = await calls.GetUpdatesAsync(_offset, 0, limit.Token);
        }
        catch (Exception failure) when (failure is RequestException or OperationCanceledException)
        {
            // Then it comes again and changes nothing.
        }
    }
}
