using System.Globalization;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Desk;

/// <summary>A week of ISO 8601, Monday to Sunday: it is of the year that has its Thursday. Numbered from the one that holds 1970-01-01, which was a Thursday.</summary>
internal readonly record struct Week(int Number)
{
    private const int Days = 7;

    /// <summary>Days from a week's Monday to its Thursday.</summary>
    private const int ToThursday = 3;

    public static Week Of(Day day) => new((day.Number + ToThursday) / Days);

    /// <summary>2026-W53.</summary>
    public override string ToString()
    {
        var thursday = DateTime.UnixEpoch.AddDays(Number * Days);
        return string.Create(CultureInfo.InvariantCulture, $"{thursday.Year:0000}-W{((thursday.DayOfYear - 1) / Days) + 1:00}");
    }
}
