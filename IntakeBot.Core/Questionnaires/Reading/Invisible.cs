using System.Globalization;

namespace IntakeBot.Core.Questionnaires;

/// <summary>Characters that nobody sees but that change what is shown or compared: none of them is wanted in these files.</summary>
internal static class Invisible
{
    /// <summary>The first one in the text: where it stands and how to name it in a message.</summary>
    public static (int At, string Name)? Find(string text)
    {
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            if (Kind(text, i) is { } kind)
            {
                var code = char.IsSurrogatePair(text, i) ? char.ConvertToUtf32(text, i) : text[i];
                return (i, $"{kind} (U+{code:X4})");
            }
        }

        return null;
    }

    private static string? Kind(string text, int at) => text[at] switch
    {
        '\n' => null,
        '\t' => "a tab",
        '\uFFFD' => "a character that was lost when the file was saved",
        (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C' =>
            "an invisible character that turns the writing direction",
        _ => CharUnicodeInfo.GetUnicodeCategory(text, at) switch
        {
            UnicodeCategory.Control => "a control character",
            UnicodeCategory.Format => "an invisible character",
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => "an unusual line end",
            UnicodeCategory.Surrogate => "half a character",
            _ => null,
        },
    };
}
