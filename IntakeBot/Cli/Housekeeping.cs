using IntakeBot.Core.Hotline;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Cli;

/// <summary>Once an hour: removes what has expired and notes that the questionnaire is still served.</summary>
internal sealed partial class Housekeeping(
    SealedStore store, ShelfFolder folder, Shelf shelf, TimeProvider time, ILogger<Housekeeping> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), time);
        do
        {
            var today = Day.Today(time);
            folder.Touch(shelf, today);
            if (await store.RemoveExpiredAsync(today) is > 0 and var removed)
            {
                LogRemoved(removed);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Removed {Count} rows whose last day was over.")]
    private partial void LogRemoved(int count);
}
