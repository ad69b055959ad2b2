using System.Text;

namespace IntakeBot.Core.Intakes;

/// <summary>Hangul that comes in its parts, as some systems write it, joined to syllables.</summary>
internal static class HangulParts
{
    private const int FirstSyllable = 0xAC00;
    private const int LastSyllable = 0xD7A3;
    private const int Vowels = 21;
    private const int Endings = 28;

    /// <summary>True where the sign became one with the last of what is there.</summary>
    public static bool TryJoin(StringBuilder before, int sign)
    {
        var last = before.Length > 0 ? before[^1] : 0;
        var joined = (last, sign) switch
        {
            ( >= 0x1100 and < 0x1113, >= 0x1161 and < 0x1161 + Vowels) => FirstSyllable + ((((last - 0x1100) * Vowels) + sign - 0x1161) * Endings),
            ( >= FirstSyllable and <= LastSyllable, > 0x11A7 and < 0x11A7 + Endings) when (last - FirstSyllable) % Endings == 0 => last + sign - 0x11A7,
            _ => 0,
        };
        if (joined == 0)
        {
            return false;
        }

        before[^1] = (char)joined;
        return true;
    }
}
