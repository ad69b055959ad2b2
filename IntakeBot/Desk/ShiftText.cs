using System.Globalization;

namespace IntakeBot.Desk;

/// <summary>Shifts as a person writes them: a line each, "Mon 09:00-18:00 name, name". Days in English, so that a file fits every language of the desk.</summary>
internal static class ShiftText
{
    private static readonly string[] Days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    public static string Of(IEnumerable<Shift> shifts) => string.Join('\n', shifts.Select(s =>
        $"{Days[(int)s.Day]} {s.From:HH\\:mm}-{s.Until:HH\\:mm} {string.Join(", ", s.Members)}".TrimEnd()));

    /// <summary>Lines that are no shift are added to <paramref name="wrong"/>.</summary>
    public static IReadOnlyList<Shift> Read(string text, ICollection<string> wrong)
    {
        var shifts = new List<Shift>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (ReadLine(line) is { } shift)
            {
                shifts.Add(shift);
            }
            else
            {
                wrong.Add(line);
            }
        }

        return shifts;
    }

    private static Shift? ReadLine(string line)
    {
        var parts = line.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || Array.FindIndex(Days, d => parts[0].StartsWith(d, StringComparison.OrdinalIgnoreCase)) is var day && day < 0
            || parts[1].Split('-', '–') is not [var from, var until] || Time(from) is not { } start || Time(until) is not { } end)
        {
            return null;
        }

        return new((DayOfWeek)day, start, end, parts.Length < 3 ? [] : [.. parts[2].Split([',', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]);
    }

    /// <summary>24:00 is the next day's first moment.</summary>
    private static TimeOnly? Time(string text) =>
        text == "24:00" ? TimeOnly.MinValue : TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
