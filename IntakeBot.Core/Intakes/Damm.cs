namespace IntakeBot.Core.Intakes;

/// <summary>The check digit of H. M. Damm: it finds every single wrong digit and every two neighbours swapped. A whole number checks to 0.</summary>
internal static class Damm
{
    /// <summary>A weakly totally anti-symmetric quasigroup of order 10, from Damm's thesis (Marburg 2004).</summary>
    private static ReadOnlySpan<byte> Table =>
    [
        0, 3, 1, 7, 5, 9, 8, 6, 4, 2,
        7, 0, 9, 2, 1, 5, 4, 8, 6, 3,
        4, 2, 0, 6, 8, 7, 1, 3, 5, 9,
        1, 7, 5, 0, 9, 8, 3, 4, 2, 6,
        6, 1, 2, 3, 0, 4, 5, 9, 7, 8,
        3, 6, 7, 4, 2, 0, 9, 5, 8, 1,
        5, 8, 6, 9, 7, 2, 0, 1, 3, 4,
        8, 9, 4, 5, 3, 6, 2, 0, 1, 7,
        9, 4, 3, 8, 6, 1, 7, 2, 0, 5,
        2, 5, 8, 1, 4, 3, 6, 7, 9, 0,
    ];

    /// <summary>The digit that follows <paramref name="digits"/>; 0 where they end with theirs.</summary>
    public static byte Of(ReadOnlySpan<byte> digits)
    {
        byte check = 0;
        foreach (var digit in digits)
        {
            check = Table[(check * 10) + digit];
        }

        return check;
    }
}
