namespace IntakeBot.Core.Sealing;

/// <summary>
/// Two bytes as a word of five letters that can be said in every language: consonant 4 bits, vowel 2, consonant 4, vowel 2,
/// consonant 4. The alphabet is that of Wilkerson's proquints.
/// </summary>
internal static class SheetWord
{
    public const int Letters = 5;

    private const string Consonants = "bdfghjklmnprstvz";
    private const string Vowels = "aiou";

    public static string Write(ushort bits) => string.Create(Letters, bits, static (word, bits) =>
    {
        for (var at = Letters - 1; at >= 0; at--)
        {
            var letters = LettersAt(at);
            word[at] = letters[bits % letters.Length];
            bits = (ushort)(bits / letters.Length);
        }
    });

    /// <summary>False for anything that <see cref="Write"/> does not write; capital letters are taken.</summary>
    public static bool TryRead(ReadOnlySpan<char> word, out ushort bits)
    {
        var number = 0;
        for (var at = 0; at < word.Length && word.Length == Letters; at++)
        {
            var letters = LettersAt(at);
            var index = letters.IndexOf(char.ToLowerInvariant(word[at]), StringComparison.Ordinal);
            if (index < 0)
            {
                bits = 0;
                return false;
            }

            number = (number * letters.Length) + index;
        }

        bits = (ushort)number;
        return word.Length == Letters;
    }

    private static string LettersAt(int at) => at % 2 == 0 ? Consonants : Vowels;
}
