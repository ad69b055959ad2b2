using System.Security.Cryptography;

namespace IntakeBot.Tests.Proof;

/// <summary>Words that stand for what is said and named, drawn so long that chance does not write them.</summary>
internal static class LeakMarker
{
    private const int Letters = 16;

    /// <summary>Telegram's ids have at most 52 bits.</summary>
    private const int MostIdBits = 52;

    /// <summary>Letters alone: a note with digits is refused.</summary>
    public static string Word() => RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz", Letters);

    public static bool IsWord(string text) => text.Length == Letters && text.All(char.IsAsciiLetterLower);

    /// <summary>As long in bytes, in the script of most who come.</summary>
    public static string Hangul() => new([.. Enumerable.Range(0, Letters / 2).Select(_ => (char)RandomNumberGenerator.GetInt32('가', '힣'))]);

    /// <summary>Of the upper half of what there is, so that no byte of it is zero for long.</summary>
    public static long AccountId() => (1L << (MostIdBits - 1)) | ((long)RandomNumberGenerator.GetInt32(1 << 25) << 26) | (long)RandomNumberGenerator.GetInt32(1 << 26);
}
