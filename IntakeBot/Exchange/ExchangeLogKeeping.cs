namespace IntakeBot.Exchange;

/// <summary>Has the log written every minute, and once more when nothing is answered any longer.</summary>
internal sealed class ExchangeLogKeeping(ExchangeLog log, TimeProvider time) : BackgroundService, IHostedLifecycleService
{
    public static readonly TimeSpan Round = TimeSpan.FromMinutes(1);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        log.Save();
        return Task.CompletedTask;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Round, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            log.Save();
        }
    }
}
