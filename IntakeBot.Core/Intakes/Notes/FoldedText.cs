using System.Globalization;
using System.Text;

namespace IntakeBot.Core.Intakes;

/// <summary>
/// A text as the catcher compares it: one width, no invisible signs, the digits of every script as 0 to 9. The program runs without
/// the tables that <c>string.Normalize</c> needs, so the little that is wanted of them is here.
/// </summary>
internal static class FoldedText
{
    private const int Dakuten = 0x3099;
    private const int Handakuten = 0x309A;
    private const int MostOfOneSign = 9999;

    /// <summary>Null where it holds what no hand writes: controls, signs that turn the direction, tags, half a surrogate pair.</summary>
    public static string? Of(string text) => Of(text, []);

    /// <summary>Adds to <paramref name="starts"/> where in the text each character of the folded one begins.</summary>
    public static string? Of(string text, List<int> starts)
    {
        var folded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune) || InvisibleSigns.IsForeign(rune))
            {
                return null;
            }

            Append(folded, FoldedSign.Of(rune));
            starts.AddRange(Enumerable.Repeat(at, folded.Length - starts.Count));
            at += rune.Utf16SequenceLength;
        }

        return folded.ToString();
    }

    private static void Append(StringBuilder folded, Rune rune)
    {
        if (rune.Value is Dakuten or Handakuten && folded.Length > 0 && folded[^1] is >= 'ぁ' and <= 'ヿ')
        {
            // The voiced sign stands behind the plain one in the code, and the half-voiced one behind that.
            folded[^1] = (char)(folded[^1] + 1 + rune.Value - Dakuten);
        }
        else if (Rune.IsWhiteSpace(rune))
        {
            _ = folded.Append(' ');
        }
        else if (HangulParts.TryJoin(folded, rune.Value) || VietnameseMarks.TryJoin(folded, rune.Value))
        {
        }
        else if (!InvisibleSigns.IsPassedOver(rune))
        {
            _ = NumberOf(rune) is { } number ? folded.Append(CultureInfo.InvariantCulture, $"{number}") : folded.Append(rune);
        }
    }

    /// <summary>Of every script's digits, and of ①, ⑫, Ⅷ, 〇 and their like. Han signs are words too, so they stay.</summary>
    private static int? NumberOf(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber
            && Rune.GetNumericValue(rune) is >= 0 and <= MostOfOneSign and var value && value == Math.Floor(value) ? (int)value : null;
}
