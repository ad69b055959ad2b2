using System.Collections.Concurrent;
using Telegram.Bot.Exceptions;

namespace IntakeBot.Messenger;

/// <summary>Carries deliveries out: per chat one after the other, over all chats as fast as Telegram takes them, Hide before everything.</summary>
internal sealed partial class Outbox(BotCalls calls, Pacer pacer, TelegramOptions options, TimeProvider time, ILogger<Outbox> logger)
{
    private const int MaxTries = 6;
    private const int DeleteBatch = 100;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<long, ChatLine> _lines = new();

    /// <summary>To be noted when an update comes, and handed back with its delivery.</summary>
    public int HidesOf(long chat) => _lines.TryGetValue(chat, out var line) ? line.Hides : 0;

    /// <summary>Completes when the delivery is done, given up or overtaken by a newer drawing.</summary>
    public Task Post(long chat, Delivery delivery, int hides, CancellationToken cancellationToken)
    {
        var line = _lines.GetOrAdd(chat, _ => new());
        if (line.Add(delivery, hides, time.GetUtcNow(), out var done))
        {
            _ = PumpAsync(chat, line, cancellationToken);
        }

        return done;
    }

    public async Task AnswerAsync(string callback, CancellationToken cancellationToken)
    {
        try
        {
            await calls.AnswerAsync(callback, cancellationToken);
        }
        catch (Exception failure) when (failure is RequestException or OperationCanceledException)
        {
            // "Query is too old": the work is durable already, the button only stops turning a little later.
        }
    }

    public async Task LeaveAsync(long chat, CancellationToken cancellationToken)
    {
        try
        {
            await calls.LeaveAsync(chat, cancellationToken);
        }
        catch (Exception failure) when (failure is RequestException or OperationCanceledException)
        {
            // Not there any more; the next message from that place tries again.
        }
    }

    /// <summary>Forgets the screens of chats that were silent for half an hour.</summary>
    public void Sweep()
    {
        var now = time.GetUtcNow();
        foreach (var (chat, line) in _lines)
        {
            if (now - line.LastUsed > Remembered)
            {
                _ = _lines.TryRemove(chat, out _);
            }
        }
    }

    private async Task PumpAsync(long chat, ChatLine line, CancellationToken cancellationToken)
    {
        await Task.Yield();
        while (line.Take() is { } work)
        {
            try
            {
                if (work.Drawing is null || await DrawAsync(chat, line, work, cancellationToken))
                {
                    await CleanAsync(chat, work, cancellationToken);
                    work.Done.SetResult();
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // The server stops: Telegram brings the update again, or her next press brings the screen.
                _ = work.Done.TrySetCanceled(cancellationToken);
                return;
            }
        }
    }

    /// <summary>False: put back, because it must wait or a Hide came in between.</summary>
    private async Task<bool> DrawAsync(long chat, ChatLine line, ChatLine.Work work, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, work.Hides ? default : line.Interrupt);
        try
        {
            await TurnAsync(line, work.Hides, stop.Token);
            if (line.Screen is { } screen)
            {
                await calls.EditAsync(chat, screen, work.Drawing!, cancellationToken);
            }
            else
            {
                line.Screen = await calls.SendAsync(chat, work.Drawing!, cancellationToken);
            }

            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            line.PutBack(work);
            return false;
        }
        catch (RequestException failure)
        {
            return await FailedAsync(line, work, failure, stop.Token);
        }
    }

    private async Task TurnAsync(ChatLine line, bool hides, CancellationToken cancellationToken)
    {
        if (!hides && options.DrawsPerSecond > 0 && line.DrawDelay(time.GetUtcNow()) is var wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken);
        }

        await pacer.WaitAsync(hides, cancellationToken);
    }

    private async Task<bool> FailedAsync(ChatLine line, ChatLine.Work work, RequestException failure, CancellationToken interrupted)
    {
        switch (DrawFailures.Read(failure))
        {
            case DrawFailure.AlreadyDrawn:
                return true;
            case DrawFailure.ScreenGone:
                line.Screen = null;
                if (work.OnlyEdits)
                {
                    return true;
                }

                line.PutBack(work);
                return false;
            case DrawFailure.Slow(var wait):
                pacer.Pause(Backoff.WithJitter(wait));
                line.PutBack(work);
                return false;
            case DrawFailure.Away when ++work.Tries < MaxTries:
                line.PutBack(work);
                await Task.Delay(Backoff.WithJitter(TimeSpan.FromMilliseconds(250 << work.Tries)), time, interrupted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return false;
            default:
                LogGivenUp();
                return true;
        }
    }

    private async Task CleanAsync(long chat, ChatLine.Work work, CancellationToken cancellationToken)
    {
        foreach (var batch in work.Delete.Distinct().Chunk(DeleteBatch))
        {
            try
            {
                await calls.DeleteAsync(chat, batch, cancellationToken);
            }
            catch (RequestException)
            {
                LogNotDeleted(batch.Length);
            }
        }

        foreach (var callback in work.Callbacks)
        {
            await AnswerAsync(callback, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A screen could not be drawn; her next press brings it.")]
    private partial void LogGivenUp();

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} messages of a person could not be deleted.")]
    private partial void LogNotDeleted(int count);
}
