using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Storage;

/// <summary>
/// clock.day in the data folder: the last day that was believed, and up to which day doors were closed. What days decide is
/// done only on a day that can follow that one, so that a clock that jumped deletes nothing.
/// <code>believed yyyy-MM-dd \n closed yyyy-MM-dd|never \n</code>
/// </summary>
public sealed class DayBook
{
    public const string FileName = "clock.day";

    /// <summary>How many days the server may have been away without anybody being asked.</summary>
    private const int MostDaysAway = 2;

    private const string Never = "never";

    private readonly string _file;
    private volatile Page _page = new(null, null);

    private DayBook(string dataFolder) => _file = Path.GetFullPath(Path.Combine(dataFolder, FileName));

    /// <summary>Null: nothing was ever believed here, or the file does not say.</summary>
    public Day? Believed => _page.Believed;

    /// <summary>The doors of all conversations begun up to this day are closed.</summary>
    public Day? DoorsClosed => _page.DoorsClosed;

    /// <summary>At the first start of all the clock is believed; a store without this file is one whose file was lost.</summary>
    public static DayBook Open(string dataFolder, Day today)
    {
        var book = new DayBook(dataFolder);
        if (File.Exists(book._file))
        {
            book.Read(File.ReadAllLines(book._file));
        }
        else if (!File.Exists(new StoreFolder(dataFolder).Made))
        {
            book._page = new(today, null);
        }

        return book;
    }

    /// <summary>Null where <paramref name="today"/> can be today; else why not and how to go on.</summary>
    public string? Doubt(Day today) =>
        Believed is { } last && last <= today && today.Number - last.Number <= MostDaysAway
            ? null
            : $"{_file}: the clock says {today}, and {(Believed is { } seen ? $"the server last ran on {seen}" : "the file does not say when the server last ran")}. "
                + "Nothing is deleted until that is settled: mend the clock, or if it is right start once with 'serve --clock-is-right'.";

    /// <summary>The day to begin intakes with: a clock that went back must not give them an earlier end.</summary>
    public Day Latest(Day today) => Believed is { } last && last > today ? last : today;

    /// <summary>The day to delete by: while the clock is in doubt, the last one that was not.</summary>
    public Day Safe(Day today) => Doubt(today) is null ? today : Believed ?? today;

    /// <summary>Somebody says that the clock is right.</summary>
    public void Accept(Day today) => Write(today, DoorsClosed is { } closed && closed < today ? closed : null);

    /// <summary>Everything due on <paramref name="today"/> was done.</summary>
    public void Done(Day today, Day? doorsClosed) => Write(today, doorsClosed);

    private void Write(Day believed, Day? doorsClosed)
    {
        if (Believed == believed && DoorsClosed == doorsClosed && File.Exists(_file))
        {
            return;
        }

        WholeFile.Replace(_file, System.Text.Encoding.ASCII.GetBytes($"believed {believed}\nclosed {doorsClosed?.ToString() ?? Never}\n"), secret: true);
        FolderSync.Flush(Path.GetDirectoryName(_file)!);
        _page = new(believed, doorsClosed);
    }

    private void Read(string[] lines)
    {
        if (lines is [var first, var second] && ReadDay(first, "believed ") is { } believed)
        {
            _page = new(believed, ReadDay(second, "closed "));
        }
    }

    private static Day? ReadDay(string line, string word) =>
        line.StartsWith(word, StringComparison.Ordinal) ? Day.Parse(line.AsSpan(word.Length)) : null;

    /// <summary>Read by any thread, so exchanged as a whole.</summary>
    private sealed record Page(Day? Believed, Day? DoorsClosed);
}
