using IntakeBot.Core.Storage;

namespace IntakeBot.Cli;

/// <summary>Says once when the disk is too full for new intakes, and once when there is room again.</summary>
internal sealed partial class RoomWatch(SealedStore store, TimeProvider time, ILogger<RoomWatch> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        var had = true;
        do
        {
            var has = store.HasRoom;
            if (has != had)
            {
                Tell(has);
            }

            had = has;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Tell(bool has)
    {
        if (has)
        {
            LogRoom();
        }
        else
        {
            LogNoRoom(DiskRoom.NeededMegabytes);
        }
    }

    [LoggerMessage(EventId = 312, Level = LogLevel.Critical, Message = "Less than {Megabytes} MiB are free on the data folder's disk: no intake is begun until there is more; open ones go on.")]
    private partial void LogNoRoom(int megabytes);

    [LoggerMessage(EventId = 313, Level = LogLevel.Warning, Message = "There is room on the data folder's disk: intakes are begun again.")]
    private partial void LogRoom();
}
