using IntakeBot.Core.Hotline;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Cli;

/// <summary>
/// Takes over a roster that was changed while the server runs, within a minute. A bad or older one is refused, and said when it was
/// as bad in the round before: files that are still being copied are not worth an alarm.
/// </summary>
internal sealed partial class RosterWatch(
    RosterSource source, RosterChange change, SealedStore store, TimeProvider time, ILogger<RosterWatch> logger) : BackgroundService
{
    public static readonly TimeSpan Round = TimeSpan.FromSeconds(20);

    private const string Separator = "; ";

    private string _seen = "";
    private string _told = "";
    private string _warned = string.Join(Separator, change.Current.Value.Warnings(Day.Today(time)));
    private bool _isApplied = true;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Round, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await LookAsync(stoppingToken);
        }
    }

    /// <summary>One round.</summary>
    public async Task LookAsync(CancellationToken stoppingToken)
    {
        var reading = source.Read(Day.Today(time));
        try
        {
            if (reading.Roster is { } roster)
            {
                await AcceptAsync(roster, stoppingToken);
            }

            Tell(string.Join(Separator, reading.Problems), serial => LogRefused(serial, reading.Problems.Count));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Pin or book of places could not be written. The next round does all of it again.
            var (type, folder) = (failure.GetType().Name, source.DataFolder);
            Tell(type, serial => LogNotWritten(serial, folder, type));
        }
    }

    private async Task AcceptAsync(Roster roster, CancellationToken stoppingToken)
    {
        var isNew = !_isApplied || !roster.SealsLike(change.Current.Value);
        if (isNew)
        {
            _isApplied = false;
            var written = await change.ApplyAsync(roster, stoppingToken);
            _isApplied = true;
            if (written > 0)
            {
                LogSwept(written, store.Damaged.Count(d => d.Kind == RowKind.Cold));
            }
        }

        if (isNew || _told.Length > 0)
        {
            LogAccepted(roster.Serial);
        }

        string[] all = [.. roster.Warnings(Day.Today(time)), .. source.Beyond(roster)];
        var warnings = string.Join(Separator, all);
        if (warnings.Length > 0 && warnings != _warned)
        {
            LogWarnings(all.Length);
        }

        _warned = warnings;
    }

    /// <summary>Nothing in <paramref name="problems"/>: all is well. They name members, so the log has what <paramref name="log"/> says.</summary>
    private void Tell(string problems, Action<uint> log)
    {
        if (problems.Length == 0)
        {
            _told = "";
        }
        else if (problems == _seen && problems != _told)
        {
            _told = problems;
            log(change.Current.Value.Serial);
        }

        _seen = problems;
    }

    [LoggerMessage(EventId = 305, Level = LogLevel.Critical, Message = "The roster is refused, and serial {Serial} stays in force. Problems: {Count}; 'intakebot check' tells them.")]
    private partial void LogRefused(uint serial, int count);

    [LoggerMessage(EventId = 306, Level = LogLevel.Critical, Message = "The roster cannot be taken over, and serial {Serial} stays in force: {Folder} cannot be written ({Type}); give this account write access and room.")]
    private partial void LogNotWritten(uint serial, string folder, string type);

    [LoggerMessage(EventId = 307, Level = LogLevel.Warning, Message = "Roster accepted, serial {Serial}.")]
    private partial void LogAccepted(uint serial);

    [LoggerMessage(EventId = 308, Level = LogLevel.Warning, Message = "Took the stanzas of who has left out of {Count} rows; {Damaged} damaged rows keep theirs until they expire.")]
    private partial void LogSwept(int count, int damaged);

    [LoggerMessage(EventId = 309, Level = LogLevel.Error, Message = "Warnings about the roster: {Count}; 'intakebot check' tells them.")]
    private partial void LogWarnings(int count);
}
