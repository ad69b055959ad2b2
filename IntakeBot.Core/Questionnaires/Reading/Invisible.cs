using System.Globalization;

namespace IntakeBot.Core.Questionnaires;

/// <summary>Characters that nobody sees but that change what is shown or compared: none of them is wanted in these files.</summary>
internal static class Invisible
{
    /// <summary>Reports the first one of each line; true where there is none.</summary>
    public static bool ReportLines(string text, Findings findings)
    {
        var (line, isClean) = (0, true);
        foreach (var each in text.Split('\n'))
        {
            line++;
            if (Find(each) is { } invisible)
            {
                findings.Add(line, $"this line holds {invisible}: remove it");
                isClean = false;
            }
        }

        return isClean;
    }

    /// <summary>The first one in the text, as words for a message.</summary>
    public static string? Find(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsSurrogatePair(text, i);
            if (Kind(text, i) is { } kind)
            {
                return $"{kind} (U+{(isPair ? char.ConvertToUtf32(text, i) : text[i]):X4})";
            }

            i += isPair ? 1 : 0;
        }

        return null;
    }

    private static string? Kind(string text, int at) => text[at] switch
    {
        '\n' => null,
        '\t' => "a tab instead of spaces",
        '\uFFFD' => "a character that was lost when the file was saved",
        (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C' =>
            "an invisible character that turns the writing direction",
        '\u115F' or '\u1160' or '\u2800' or '\u3164' or '\uFFA0' => "a blank that counts as a letter",
        _ => CharUnicodeInfo.GetUnicodeCategory(text, at) switch
        {
            UnicodeCategory.Control => "a control character",
            UnicodeCategory.Format => "an invisible character",
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => "an unusual line end",
            _ => null,
        },
    };
}
