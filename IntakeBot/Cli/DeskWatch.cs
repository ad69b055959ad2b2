using IntakeBot.Core.Hotline;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Exchange;

namespace IntakeBot.Cli;

/// <summary>Says once when nobody of a desk has fetched what waits here for half a day: an intake that lies unread helps nobody.</summary>
internal sealed partial class DeskWatch(
    CurrentRoster roster, DeskAcknowledgements desks, SealedStore store, TimeProvider time, ILogger<DeskWatch> logger) : BackgroundService
{
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    public static readonly TimeSpan Round = TimeSpan.FromMinutes(5);

    private readonly HashSet<string> _told = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Round, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Look();
        }
    }

    /// <summary>One round.</summary>
    public void Look()
    {
        var hasIntakes = store.Manifest(RowKind.Cold, null, 1).Count > 0;
        foreach (var desk in roster.Value.Desks)
        {
            if (!hasIntakes || time.GetUtcNow() - desks.LastOf(roster.Value, desk) < Longest)
            {
                if (_told.Remove(desk))
                {
                    LogFetched(desk);
                }
            }
            else if (_told.Add(desk))
            {
                LogUnfetched(desk, (int)Longest.TotalHours);
            }
        }
    }

    [LoggerMessage(EventId = 310, Level = LogLevel.Critical, Message = "Nobody of desk {Desk} has fetched what waits here for {Hours} hours: ask its members whether their desks are open and reach this server.")]
    private partial void LogUnfetched(string desk, int hours);

    [LoggerMessage(EventId = 311, Level = LogLevel.Warning, Message = "Desk {Desk} has fetched what waits here.")]
    private partial void LogFetched(string desk);
}
