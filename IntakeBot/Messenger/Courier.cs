using IntakeBot.Core.Hotline;
using Telegram.Bot.Exceptions;

namespace IntakeBot.Messenger;

/// <summary>
/// Does the work of one chat's line: draws its screen, then deletes and answers. Waits and tries again where Telegram is away
/// or says 429, but waits for nothing where a Hide comes.
/// </summary>
internal sealed partial class Courier(BotCalls calls, Pacer pacer, TelegramOptions options, TimeProvider time, ILogger logger)
{
    private const int DeleteBatch = 100;
    private const int LongestWait = 8_000;
    private const int LongestWaitOfHide = 2_000;

    /// <summary>Ends when the line has nothing more to do.</summary>
    public async Task RunAsync(long chat, ChatLine line, CancellationToken stop)
    {
        await Task.Yield();
        while (line.Take() is { } work)
        {
            try
            {
                var course = await DrawAsync(chat, line, work, stop);
                course = course is Course.Done ? await CleanAsync(chat, line, work, stop) : course;
                if (course is Course.Again)
                {
                    line.PutBack(work);
                }
                else
                {
                    work.Finish();
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // The server stops: her next press brings the screen.
                _ = work.Done.TrySetCanceled(stop);
                return;
            }
#pragma warning disable CA1031 // The top of the loop: a fault of ours must not leave a chat without anybody who draws in it.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                LogFault(failure.GetType().Name, failure.TargetSite?.Name ?? "?");
                work.Finish();
            }
        }
    }

    /// <summary>Calls until it is done or refused for good, for ten minutes at most; what it was refused with, or null.</summary>
    public async Task<DrawFailure?> CallAsync(Func<Task> call, long asked, CancellationToken stop)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await pacer.CalmAsync(stop);
                await call().WaitAsync(stop);
                return null;
            }
            catch (RequestException failure)
            {
                var read = DrawFailures.Read(failure);
                if (IsLate(asked) || read is not (DrawFailure.Slow or DrawFailure.Away))
                {
                    return read;
                }

                if (read is DrawFailure.Slow slow)
                {
                    pacer.Pause(Backoff.WithJitter(slow.Wait));
                }
                else
                {
                    await Task.Delay(WaitAfter(tries, LongestWait), time, stop);
                }
            }
        }
    }

    private static TimeSpan WaitAfter(int tries, int longest) =>
        Backoff.WithJitter(TimeSpan.FromMilliseconds(Math.Min(longest, 250 << Math.Min(tries, 8))));

    private bool IsLate(long asked) => time.GetElapsedTime(asked) > CatchUp.Late;

    private async Task<Course> DrawAsync(long chat, ChatLine line, Work work, CancellationToken stop)
    {
        if (work.Drawing is not { } drawing)
        {
            return Course.Done;
        }

        if (!work.Hides && !work.OnlyEdits && IsLate(work.Asked))
        {
            LogGivenUp();
            return Drawn(work);
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop, work.Hides ? CancellationToken.None : work.Overtaken);
        try
        {
            await TurnAsync(line, work.Turn, over.Token);
            var isUnsure = line.IsUnsure;
            await UnlessOvertakenAsync(line, PutAsync(chat, line, work, drawing, stop), over.Token);
            if (isUnsure)
            {
                line.Mend(drawing);
            }

            return Drawn(work);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return Course.Again;
        }
        catch (RequestException failure)
        {
            return await FailedAsync(work, failure, over.Token);
        }
    }

    /// <summary>What was drawn is not drawn again, even where the work is put back because of what is left of it.</summary>
    private static Course Drawn(Work work)
    {
        (work.Drawing, work.Hides) = (null, false);
        return Course.Done;
    }

    private async Task TurnAsync(ChatLine line, Turn when, CancellationToken cancellationToken)
    {
        if (when is not Turn.First && options.DrawsPerSecond > 0 && line.DrawDelay(time.GetUtcNow()) is var wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken);
        }

        await pacer.WaitAsync(when, cancellationToken);
    }

    /// <summary>Edits the screen, or sends one where there is none.</summary>
    private async Task PutAsync(long chat, ChatLine line, Work work, Drawing drawing, CancellationToken stop)
    {
        if (line.Screen is not { } screen)
        {
            if (work.OnlyEdits)
            {
                return;
            }

            line.Sent(await calls.SendAsync(chat, drawing, stop));
            return;
        }

        try
        {
            await calls.EditAsync(chat, screen, drawing, stop);
        }
        catch (RequestException failure) when (DrawFailures.Read(failure) is DrawFailure.AlreadyDrawn)
        {
            // An earlier try had arrived.
        }
        catch (RequestException failure) when (DrawFailures.Read(failure) is DrawFailure.ScreenGone)
        {
            line.Lose(screen);
            if (work.OnlyEdits)
            {
                return;
            }

            line.Sent(await calls.SendAsync(chat, Veiled(drawing), stop));
            if (line.Screen is { } fresh)
            {
                await calls.EditAsync(chat, fresh, drawing, stop);
            }
        }
    }

    /// <summary>
    /// A fresh message in the middle of a conversation begins with nothing but its first row, which is Hide: where Telegram's
    /// answer is lost, so is the message's id, and what stays there must show nothing.
    /// </summary>
    private static Drawing Veiled(Drawing drawing) => new("…", [.. drawing.Rows.Take(1)]);

    private static async Task UnlessOvertakenAsync(ChatLine line, Task call, CancellationToken overtaken)
    {
        try
        {
            await call.WaitAsync(overtaken);
        }
        catch (OperationCanceledException) when (!call.IsCompleted)
        {
            line.Cut(call);
            throw;
        }
    }

    private async Task<Course> FailedAsync(Work work, RequestException failure, CancellationToken over)
    {
        switch (DrawFailures.Read(failure))
        {
            case DrawFailure.AlreadyDrawn:
                return Drawn(work);
            case DrawFailure.Slow(var wait):
                pacer.Pause(Backoff.WithJitter(wait));
                return Course.Again;
            case DrawFailure.Away:
                var pause = WaitAfter(++work.Tries, work.Hides ? LongestWaitOfHide : LongestWait);
                await Task.Delay(pause, time, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return Course.Again;
            case DrawFailure.Blocked:
                return Course.Over;
            default:
                LogGivenUp();
                return Drawn(work);
        }
    }

    private async Task<Course> CleanAsync(long chat, ChatLine line, Work work, CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop, work.Overtaken);
        try
        {
            work.Tries = 0;
            while (work.Delete.Count > 0)
            {
                var batch = work.Delete.Distinct().Take(DeleteBatch).ToList();
                if (await DeleteAsync(chat, batch, work.Asked, over.Token) is Course.Over)
                {
                    return Course.Over;
                }

                _ = work.Delete.RemoveAll(batch.Contains);
            }

            while (work.Callbacks.Count > 0)
            {
                await AnswerAsync(work, work.Callbacks[0], over.Token);
                work.Callbacks.RemoveAt(0);
            }

            return Course.Done;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return Course.Again;
        }
    }

    /// <summary>One message older than 48 hours keeps all of them: then each is tried by itself.</summary>
    private async Task<Course> DeleteAsync(long chat, List<int> batch, long asked, CancellationToken over)
    {
        switch (await CallAsync(() => calls.DeleteAsync(chat, batch, over), asked, over))
        {
            case null:
                return Course.Done;
            case DrawFailure.Blocked:
                return Course.Over;
            case DrawFailure.Final when batch.Count > 1:
                foreach (var message in batch)
                {
                    _ = await DeleteAsync(chat, [message], asked, over);
                }

                return Course.Done;
            default:
                LogNotDeleted(batch.Count);
                return Course.Done;
        }
    }

    /// <summary>A second try that is refused says nothing: the first may have arrived.</summary>
    private async Task AnswerAsync(Work work, string callback, CancellationToken over)
    {
        var tries = 0;
        var refused = await CallAsync(
            () =>
            {
                tries++;
                return calls.AnswerAsync(callback, over);
            },
            work.Asked,
            over);
        work.WasTooOld |= refused is DrawFailure.TooOld && tries == 1;
    }

    [LoggerMessage(EventId = 107, Level = LogLevel.Warning, Message = "A screen could not be drawn; her next press brings it.")]
    private partial void LogGivenUp();

    [LoggerMessage(EventId = 108, Level = LogLevel.Warning, Message = "{Count} messages of a person could not be deleted.")]
    private partial void LogNotDeleted(int count);

    [LoggerMessage(EventId = 109, Level = LogLevel.Error, Message = "A screen could not be drawn: {Type} in {Method}.")]
    private partial void LogFault(string type, string method);
}
