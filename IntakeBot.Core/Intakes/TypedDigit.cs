using System.Globalization;
using System.Text;

namespace IntakeBot.Core.Intakes;

/// <summary>
/// What one character of a typed number stands for. The number may have been copied from paper, read out, dictated or pasted: digits
/// of every script count, and what people and keyboards put between digits is passed over.
/// </summary>
internal static class TypedDigit
{
    /// <summary>Stands between digits and says nothing.</summary>
    public const int Passed = -1;

    /// <summary>Neither a digit nor something that stands between digits.</summary>
    public const int Stranger = -2;

    /// <summary>Each digit in everyday, formal, simplified, traditional and Japanese writing. Ten and above are no digits.</summary>
    private static readonly string[] Han = ["〇零", "一壹壱弌", "二贰貳弐兩两", "三叁參参弎", "四肆", "五伍", "六陆陸", "七柒漆", "八捌", "九玖"];

    /// <summary>Blank or dash to the eye, and a letter or symbol to Unicode.</summary>
    private const string Between = "\u2212\u02D7\uFF5E\u223C\u30FC\uFF70\u2500\u2501\u3164\uFFA0\u115F\u1160\u2800\uFF0B\uFF5C|+~^`=<>";

    /// <summary>0 to 9, <see cref="Passed"/> or <see cref="Stranger"/>.</summary>
    public static int Read(Rune rune)
    {
        // Also superscript, circled, bracketed and Ethiopic ones. ⑩ and ½ have a value too, but are no digits.
        var text = rune.ToString();
        if (CharUnicodeInfo.GetDigitValue(text, 0) is >= 0 and var digit)
        {
            return digit;
        }

        if (rune.Value is >= 0x3021 and <= 0x3029)
        {
            return rune.Value - 0x3020;
        }

        var han = Array.FindIndex(Han, h => h.Contains(text, StringComparison.Ordinal));
        return han >= 0 ? han : IsPassed(rune, text) ? Passed : Stranger;
    }

    /// <summary>Blanks, line ends, dashes, dots, brackets; marks of direction and width; what turns a digit into a picture of it.</summary>
    private static bool IsPassed(Rune rune, string text) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Format => true,
        UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OtherPunctuation
            or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation
            or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation => true,
        UnicodeCategory.Control => Rune.IsWhiteSpace(rune),
        UnicodeCategory.EnclosingMark => true,
        UnicodeCategory.NonSpacingMark => rune.Value is (>= 0xFE00 and <= 0xFE0F) or 0x034F,
        _ => Between.Contains(text, StringComparison.Ordinal),
    };
}
