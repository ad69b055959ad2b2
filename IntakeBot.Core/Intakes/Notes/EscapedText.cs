using System.Globalization;
using System.Text;

namespace IntakeBot.Core.Intakes;

/// <summary>
/// What a person wrote, for a screen of staff: nothing in it can turn the writing direction, hide, begin a new line or be markup.
/// Such a sign becomes its code, as in \u{202E}; what is left is what she wrote.
/// </summary>
public static class EscapedText
{
    private const string Markup = "<>&[]\\";

    /// <summary>The same for what staff wrote in several lines: its line ends stay.</summary>
    public static string Lines(string text) => string.Join('\n', text.Split('\n').Select(Of));

    public static string Of(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = IsPlain(rune) ? shown.Append(rune) : shown.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X}}}");
        }

        return shown.ToString();
    }

    private static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => false,
        _ => !Markup.Contains((char)Math.Min(rune.Value, char.MaxValue)) && !InvisibleSigns.IsBlankLetter(rune.Value),
    };
}
