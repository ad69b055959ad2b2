using IntakeBot.Core.Hotline;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Cli;

/// <summary>
/// Once an hour: removes what has expired and replies that were read or waited too long, closes the doors of the day before
/// yesterday's conversations and notes that the questionnaire is still served. Once a day: removes what lies where somebody has erased. While
/// the clock is in doubt it does none of that and says so.
/// </summary>
internal sealed partial class Housekeeping(
    SealedStore store, DayBook days, Retention retention, ShelfFolder folder, Shelf shelf, TimeProvider time, ILogger<Housekeeping> logger) : BackgroundService
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
                LogNotNoted(failure.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TidyAsync(Day today)
    {
        if (days.Doubt(today) is { } doubt)
        {
            LogDoubt(doubt);
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

        days.Done(today, over);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Removed {Count} rows whose last day was over.")]
    private partial void LogRemoved(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Removed {Count} rows that had been erased and were there again.")]
    private partial void LogBuried(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Doubt}")]
    private partial void LogDoubt(string doubt);

    [LoggerMessage(Level = LogLevel.Error, Message = "Not noted in the data folder: {Why}")]
    private partial void LogNotNoted(string why);
}
