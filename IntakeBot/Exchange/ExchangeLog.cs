using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Exchange;

/// <summary>
/// What each member asked and put, by day: the evidence beside the staff's own events. Days that are over stand in a chain on the disk; the one that
/// runs is written every minute, so that a crash loses a minute at most.
/// </summary>
internal sealed partial class ExchangeLog
{
    private readonly Lock _turn = new();
    private readonly ExchangeCounts _counts = new();
    private readonly ExchangeLogFolder? _folder;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private ExchangeLogChain _chain = ExchangeLogChain.Empty;
    private long _written = -1;
    private bool _isFailing;

    private ExchangeLog(ExchangeLogFolder? folder, TimeProvider time, ILogger logger) => (_folder, _time, _logger) = (folder, time, logger);

    /// <summary>Sets a log aside that cannot be relied on, and says so. Without a folder everything lives in memory only.</summary>
    public static ExchangeLog Open(string? dataFolder, TimeProvider time, ILogger logger)
    {
        var log = new ExchangeLog(dataFolder is null ? null : new(dataFolder), time, logger);
        if (log._folder is { } folder)
        {
            log.TakeUp(folder);
        }

        return log;
    }

    public void Count(RosterMember member, ExchangeLogKind kind, Place? row = null) => _counts.Add(member, kind, row, _time);

    /// <summary>Of days that are over; nothing is shown that the disk does not hold.</summary>
    public ExchangeLogPage Page(uint after)
    {
        lock (_turn)
        {
            Keep(evenToday: false);
            return ExchangeLogPage.Of(_chain, after);
        }
    }

    /// <summary>Writes what is not written yet. Where that fails it says so once, and the next time all of it is tried again.</summary>
    public void Save()
    {
        lock (_turn)
        {
            Keep(evenToday: true);
        }
    }

    /// <summary>Cuts off what is too old on <paramref name="today"/>, which the caller believes.</summary>
    public void Cut(Day today)
    {
        lock (_turn)
        {
            var cut = _chain.Cut(today);
            if (cut != _chain && TryWrite(folder => folder.WriteLog(cut)))
            {
                _chain = cut;
            }
        }
    }

    private void TakeUp(ExchangeLogFolder folder)
    {
        var found = folder.Read();
        _counts.Add(found.Today?.Links.Select(l => l.Entry) ?? []);
        if (found.Log is { } log)
        {
            _chain = log;
            if (found.Problem is not null)
            {
                LogLost(Path.Combine(folder.Folder, ExchangeLogFolder.TodayName));
            }
        }
        else
        {
            var name = folder.SetAside() ?? "nothing";
            LogBegunAnew(name);
            _chain = ExchangeLogChain.Empty.Append([BegunAnew()]);
        }

        if (!folder.HasLog)
        {
            folder.WriteLog(_chain);
        }

        Keep(evenToday: true);
    }

    private void Keep(bool evenToday)
    {
        var over = _counts.TakeOver(_time);
        if (over.Count > 0)
        {
            var longer = _chain.Append(over);
            if (!TryWrite(folder => folder.WriteLog(longer)))
            {
                _counts.Add(over);
                return;
            }

            _chain = longer;
        }

        var (entries, changes) = _counts.Look();
        if ((over.Count > 0 || (evenToday && changes != _written)) && TryWrite(folder => folder.WriteToday(_chain.Continue(entries))))
        {
            _written = changes;
        }
    }

    private bool TryWrite(Action<ExchangeLogFolder> write)
    {
        try
        {
            if (_folder is not null)
            {
                write(_folder);
            }

            _isFailing = false;
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            if (!_isFailing)
            {
                LogNotWritten(_folder!.Folder, failure.GetType().Name);
            }

            _isFailing = true;
            return false;
        }
    }

    private ExchangeLogEntry BegunAnew() =>
        new() { Day = Day.Today(_time), Place = 0, Member = null, Kind = ExchangeLogKind.BegunAnew, Count = 0, Different = 0 };

    [LoggerMessage(EventId = 201, Level = LogLevel.Critical, Message = "The log of who fetched what begins anew: the one that was there is missing or damaged; set aside: {File}. Tell the auditors, and keep that file for them.")]
    private partial void LogBegunAnew(string file);

    [LoggerMessage(EventId = 202, Level = LogLevel.Error, Message = "{File} is damaged: what members asked since midnight and before this start is not counted.")]
    private partial void LogLost(string file);

    [LoggerMessage(EventId = 203, Level = LogLevel.Error, Message = "The log of who fetched what is not written to {Folder} ({Type}): give this account write access and room. It is tried again every minute.")]
    private partial void LogNotWritten(string folder, string type);
}
