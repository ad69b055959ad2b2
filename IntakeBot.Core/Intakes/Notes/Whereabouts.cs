using System.Text.RegularExpressions;

namespace IntakeBot.Core.Intakes;

/// <summary>A place as a map says it: coordinates, plus codes, three words after three strokes.</summary>
internal static partial class Whereabouts
{
    public static IEnumerable<Range> In(string folded) => folded.RangesOf(Coordinates(), Codes());

    /// <summary>A fever is written much the same, so one decimal is not enough, nor is the sign for degrees.</summary>
    [GeneratedRegex(
        @"\d{1,3}\.\d{2,}\s*[,/ ]\s*-?\d{1,3}\.\d{2,}|\d\s*°\s*\d|\d(?:\.\d+|\s*°)\s*[nsew北南東东西](?![a-z])|(?<![a-z])[nsew]\s?\d{1,3}(?:°|\.\d{2})"
        + @"|(?:(?<![a-z])lat|lng|latitude|longitude|纬度|緯度|经度|経度|經度|위도|경도|북위|동경|北緯|東経|東經|北纬|东经)\s*[:=은는はが是]?\s*\d",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Coordinates();

    [GeneratedRegex(
        @"(?<![a-z0-9])[23456789cfghjmpqrvwx]{4,8}\+[23456789cfghjmpqrvwx]{2,3}(?![a-z0-9])|///\s*\p{L}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Codes();
}
