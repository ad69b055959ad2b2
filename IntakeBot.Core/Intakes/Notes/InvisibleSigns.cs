using System.Globalization;
using System.Text;

namespace IntakeBot.Core.Intakes;

/// <summary>Signs of a text that are not seen: some no hand writes, others every keyboard may put in.</summary>
internal static class InvisibleSigns
{
    /// <summary>Controls, signs that turn the writing direction, tags: a text with one is not read at all.</summary>
    public static bool IsForeign(Rune rune) => rune.Value switch
    {
        '\n' or '\r' or '\t' => false,
        (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C => true,
        >= 0xE0000 and <= 0xE007F => true,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control,
    };

    /// <summary>Joiners, selectors, soft hyphens, marks above and below: passed over, so that none can stand between two digits.</summary>
    public static bool IsPassedOver(Rune rune) =>
        IsBlankLetter(rune.Value)
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    /// <summary>The fillers of Hangul count as letters and show nothing.</summary>
    public static bool IsBlankLetter(int sign) => sign is 0x115F or 0x1160 or 0x3164 or 0xFFA0;
}
