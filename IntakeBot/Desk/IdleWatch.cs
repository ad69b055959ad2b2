namespace IntakeBot.Desk;

/// <summary>Locks the desk where nobody was at it.</summary>
internal sealed class IdleWatch(DeskDoor door, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await door.LockIfIdleAsync();
        }
    }
}
