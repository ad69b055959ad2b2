using IntakeBot.Core.Hotline;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Exchange;

namespace IntakeBot.Cli;

/// <summary>
/// Once an hour: removes what has expired and replies that were read or waited too long, closes the doors of the day before
/// yesterday's conversations, cuts the Exchange's log and notes that the questionnaire is still served. Once a day: removes what lies where somebody has erased. While
/// the clock is in doubt it does none of that and says so.
/// </summary>
internal sealed partial class Housekeeping(
    SealedStore store, DayBook days, Retention retention, ShelfFolder folder, Shelf shelf, ExchangeLog log, TimeProvider time, ILogger<Housekeeping> logger) : BackgroundService
{
    /// <summary>A conversation of day D lasts to the end of day D+1.</summary>
    private const int DaysOpen = 2;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), time);
        do
        {
            var today = Day.Today(time);
            try
            {
                folder.Touch(shelf, days.Safe(today));
                await TidyAsync(today);
            }
            catch (IOException failure)
            {
                // Its own two small files could not be written; what they say is still true, and next hour they are written again.
                LogNotNoted(failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TidyAsync(Day today)
    {
        if (days.Doubt(today) is not null)
        {
            LogDoubt(today, days.Believed);
            return;
        }

        _ = await new RetentionChange(store, days, retention).ApplyAsync(today);
        if (await store.RemoveExpiredAsync(today, retention.TombstoneDays) is > 0 and var removed)
        {
            LogRemoved(removed);
        }

        if (days.Believed != today && await store.BuryAsync() is > 0 and var buried)
        {
            LogBuried(buried);
        }

        _ = await store.SweepRepliesAsync(today, retention.ForReplies());
        var over = today.Plus(-DaysOpen);
        if (days.DoorsClosed is not { } closed || closed < over)
        {
            _ = await store.CloseDoorsAsync(days.DoorsClosed, over, retention.IntakeDays);
        }

        log.Cut(today);
        days.Done(today, over);
    }

    [LoggerMessage(EventId = 301, Level = LogLevel.Information, Message = "Removed {Count} rows whose last day was over.")]
    private partial void LogRemoved(int count);

    [LoggerMessage(EventId = 302, Level = LogLevel.Error, Message = "Removed {Count} rows that had been erased and were there again.")]
    private partial void LogBuried(int count);

    [LoggerMessage(EventId = 303, Level = LogLevel.Error, Message = "The clock says {Today}, and the server last ran on {Believed}. Nothing is deleted until that is settled: mend the clock, or if it is right start once with 'serve --clock-is-right'.")]
    private partial void LogDoubt(Day today, Day? believed);

    [LoggerMessage(EventId = 304, Level = LogLevel.Error, Message = "Not noted in the data folder ({Type}): give this account write access and room. It is tried again every hour.")]
    private partial void LogNotNoted(string type);
}
