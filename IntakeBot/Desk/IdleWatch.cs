namespace IntakeBot.Desk;

/// <summary>Locks the desk where nobody was at it, and the keys of a first run that waits for its roster.</summary>
internal sealed class IdleWatch(DeskDoor door, DeskSetup setup, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await door.LockIfIdleAsync();
            setup.CloseIfIdle();
        }
    }
}
