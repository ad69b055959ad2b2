namespace IntakeBot.Core.Intakes;

/// <summary>
/// Five digits in a row, with nothing but signs and spaces between: a number that could be dialled or looked up. Where commas and the like
/// stand between, as in the ages of children, nine.
/// </summary>
internal static class DigitRuns
{
    private const int Tight = 5;
    private const int Loose = 9;

    /// <summary>Han signs that are read as one digit each, every ten from 0.</summary>
    private static readonly string[] HanDigits = ["零", "一壹壱幺", "二贰貳弐", "三叁參参", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖"];

    /// <summary>Letters that are read as a dash where they stand between two digits.</summary>
    private const string Dashes = "のに에ーㅡ转轉";

    private const string ListSigns = ",、。:;!?";

    public static bool AnyIn(string folded) => In(folded).Any();

    /// <summary>From a run's first digit; what follows the one that makes it too long may be left out.</summary>
    public static IEnumerable<Range> In(string folded)
    {
        var (tight, loose, tightFrom, looseFrom) = (0, 0, 0, 0);
        for (var at = 0; at < folded.Length; at++)
        {
            if (IsDigit(folded, at))
            {
                (tightFrom, looseFrom) = (tight == 0 ? at : tightFrom, loose == 0 ? at : looseFrom);
                (tight, loose) = (tight + 1, loose + 1);
            }
            else if (char.IsLetter(folded[at]) && !IsDash(folded, at))
            {
                (tight, loose) = (0, 0);
            }
            else if (ListSigns.Contains(folded[at], StringComparison.Ordinal) || (folded[at] == '.' && at + 1 < folded.Length && folded[at + 1] == ' '))
            {
                tight = 0;
            }

            if (tight >= Tight || loose >= Loose)
            {
                var from = tight >= Tight ? tightFrom : looseFrom;
                while (IsDigit(folded, at + 1))
                {
                    at++;
                }

                yield return from..(at + 1);
                (tight, loose) = (0, 0);
            }
        }
    }

    private static bool IsDigit(string text, int at) =>
        at >= 0 && at < text.Length && (char.IsAsciiDigit(text[at]) || Array.Exists(HanDigits, digit => digit.Contains(text[at], StringComparison.Ordinal)));

    private static bool IsDash(string text, int at) =>
        Dashes.Contains(text[at], StringComparison.Ordinal) && IsDigit(text, at - 1) && IsDigit(text, at + 1);
}
