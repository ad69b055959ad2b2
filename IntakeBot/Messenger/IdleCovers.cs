using IntakeBot.Core.Hotline;

namespace IntakeBot.Messenger;

/// <summary>Covers every screen at which nothing was pressed for three minutes; nobody is written to for it.</summary>
internal sealed class IdleCovers(Hotline hotline, Outbox outbox, Health health, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                foreach (var (person, cover) in hotline.CoverSilent(Silence))
                {
                    health.CountCover();
                    _ = outbox.Post(person, new Delivery { Drawing = cover, OnlyEdits = true }, outbox.HidesOf(person));
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The stop itself covers what is left.
        }
    }
}
