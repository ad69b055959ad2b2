using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Exchange;

/// <summary>
/// The log's two files in the data folder: exchange.log has the days that are over; exchange.today goes on where it ends, with the counts of the
/// day that runs, and so also notices that the end of the other one is gone.
/// </summary>
public sealed class ExchangeLogFolder(string dataFolder)
{
    public const string LogName = "exchange.log";
    public const string TodayName = "exchange.today";

    private const string SetAsideName = "exchange.log.damaged-";

    private readonly string _log = Path.GetFullPath(Path.Combine(dataFolder, LogName));
    private readonly string _today = Path.GetFullPath(Path.Combine(dataFolder, TodayName));

    internal static IReadOnlyList<StoredThing> Files { get; } =
    [
        new(StoredIn.File, LogName, Kept.NothingOfHers, "how many rows each member of the staff fetched and put on each day, a year long; a damaged one is kept beside it, with a number"),
        new(StoredIn.File, TodayName, Kept.NothingOfHers, "the same of the day that runs"),
    ];

    public string Folder => Path.GetDirectoryName(_log)!;

    /// <summary>Why the log that is there will be set aside at the next start, or null.</summary>
    public static string? Problem(string dataFolder)
    {
        var found = new ExchangeLogFolder(dataFolder).Read();
        return found.Log is null ? found.Problem : null;
    }

    public bool HasLog => File.Exists(_log);

    /// <summary>The day that runs first: a server that ends a day in between leaves a log that holds where it goes on.</summary>
    public ExchangeLogFound Read()
    {
        var hasToday = File.Exists(_today);
        var today = hasToday ? Decode(_today) : null;
        var log = HasLog ? Decode(_log) : ExchangeLogChain.Empty;
        if (log is null)
        {
            return new(null, today, $"{_log}: is damaged");
        }

        if (today is null)
        {
            return new(log, null, hasToday ? $"{_today}: is damaged; what members asked since midnight and before this start is not counted" : null);
        }

        return !log.Has(today.First - 1, today.Before)
            ? new(null, today, HasLog ? $"{_log}: is not the one that {_today} goes on from" : $"{_log}: is missing")
            : new(log, today.First == log.Last + 1 ? today : null, null);
    }

    /// <summary>Gives the name that a log which cannot be relied on has from now on; null where there is none.</summary>
    public string? SetAside()
    {
        if (!HasLog)
        {
            return null;
        }

        var number = 1;
        while (Path.Exists(NameOf(number)))
        {
            number++;
        }

        File.Move(_log, NameOf(number));
        return NameOf(number);
    }

    public void WriteLog(ExchangeLogChain log) => Write(_log, log);

    public void WriteToday(ExchangeLogChain today) => Write(_today, today);

    private static void Write(string file, ExchangeLogChain chain)
    {
        _ = Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        WholeFile.Replace(file, chain.Encode(), secret: true);
    }

    private static ExchangeLogChain? Decode(string file)
    {
        try
        {
            return ExchangeLogChain.Decode(File.ReadAllBytes(file));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string NameOf(int number) => Path.Combine(Path.GetDirectoryName(_log)!, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{SetAsideName}{number}"));
}
