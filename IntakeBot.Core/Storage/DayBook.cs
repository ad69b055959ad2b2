using System.Globalization;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Storage;

/// <summary>
/// clock.day in the data folder: the last day that was believed, up to which day doors were closed, and how many days intakes are kept.
/// What days decide is done only on a day that can follow that one, so that a clock that jumped deletes nothing.
/// <code>believed yyyy-MM-dd \n closed yyyy-MM-dd|never \n kept 2..30|unknown \n</code>
/// </summary>
public sealed class DayBook
{
    public const string FileName = "clock.day";

    /// <summary>How many days the server may have been away without anybody being asked.</summary>
    private const int MostDaysAway = 2;

    private const string Never = "never";
    private const string Unknown = "unknown";

    private readonly string _file;
    private volatile Page _page = new(null, null, null);

    private DayBook(string dataFolder) => _file = Path.GetFullPath(Path.Combine(dataFolder, FileName));

    /// <summary>Null: nothing was ever believed here, or the file does not say.</summary>
    public Day? Believed => _page.Believed;

    /// <summary>The doors of all conversations begun up to this day are closed.</summary>
    public Day? DoorsClosed => _page.DoorsClosed;

    /// <summary>Rows end so many days after their conversation began. Null: nobody knows.</summary>
    public int? DaysKept => _page.DaysKept;

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
            book._page = new(today, null, Format.DaysKept);
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
    public void Accept(Day today) => Write(new(today, DoorsClosed is { } closed && closed < today ? closed : null, DaysKept));

    /// <summary>Everything due on <paramref name="today"/> was done.</summary>
    public void Done(Day today, Day? doorsClosed) => Write(new(today, doorsClosed, DaysKept));

    /// <summary>From now on every row ends by this number of days.</summary>
    public void Keep(Day today, int days) => Write(new(today, DoorsClosed, days));

    private void Write(Page page)
    {
        if (_page == page && File.Exists(_file))
        {
            return;
        }

        var kept = page.DaysKept?.ToString(CultureInfo.InvariantCulture) ?? Unknown;
        var text = $"believed {page.Believed}\nclosed {page.DoorsClosed?.ToString() ?? Never}\nkept {kept}\n";
        WholeFile.Replace(_file, System.Text.Encoding.ASCII.GetBytes(text), secret: true);
        FolderSync.Flush(Path.GetDirectoryName(_file)!);
        _page = page;
    }

    private void Read(string[] lines)
    {
        if (lines is [var first, var second, var third] && ReadDay(first, "believed ") is { } believed)
        {
            _page = new(believed, ReadDay(second, "closed "), ReadNumber(third, "kept "));
        }
    }

    private static Day? ReadDay(string line, string word) =>
        line.StartsWith(word, StringComparison.Ordinal) ? Day.Parse(line.AsSpan(word.Length)) : null;

    private static int? ReadNumber(string line, string word) =>
        line.StartsWith(word, StringComparison.Ordinal)
        && int.TryParse(line.AsSpan(word.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Read by any thread, so exchanged as a whole.</summary>
    private sealed record Page(Day? Believed, Day? DoorsClosed, int? DaysKept);
}
