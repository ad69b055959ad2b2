using System.Text;

namespace IntakeBot.Core.Intakes;

/// <summary>Vietnamese letters that come in their parts, as some systems write them, joined to one sign.</summary>
internal static class VietnameseMarks
{
    private const int Tones = 6;

    /// <summary>Each vowel without a tone and with the five, in the order of <see cref="ToneSigns"/>.</summary>
    private const string Letters =
        "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
        + "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬEÈÉẺẼẸÊỀẾỂỄỆIÌÍỈĨỊOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢUÙÚỦŨỤƯỪỨỬỮỰYỲÝỶỸỴ";

    private const string ToneSigns = "\u0300\u0301\u0309\u0303\u0323";

    /// <summary>The plain vowel and its hat, breve or horn, then the vowel that they make.</summary>
    private static readonly string[] Shapes =
        ["a\u0302â", "a\u0306ă", "e\u0302ê", "o\u0302ô", "o\u031Bơ", "u\u031Bư", "A\u0302Â", "A\u0306Ă", "E\u0302Ê", "O\u0302Ô", "O\u031BƠ", "U\u031BƯ"];

    /// <summary>True where the sign became one with the last of what is there. Tone and shape come in either order.</summary>
    public static bool TryJoin(StringBuilder before, int sign)
    {
        var at = before.Length > 0 ? Letters.IndexOf(before[^1], StringComparison.Ordinal) : -1;
        if (at < 0 || sign > char.MaxValue)
        {
            return false;
        }

        var (vowel, tone) = (Letters[at - (at % Tones)], at % Tones);
        if (tone == 0 && ToneSigns.IndexOf((char)sign, StringComparison.Ordinal) is >= 0 and var given)
        {
            before[^1] = Letters[at + 1 + given];
            return true;
        }

        if (Array.Find(Shapes, s => s[0] == vowel && s[1] == sign) is { } shape)
        {
            before[^1] = Letters[Letters.IndexOf(shape[2], StringComparison.Ordinal) + tone];
            return true;
        }

        return false;
    }
}
