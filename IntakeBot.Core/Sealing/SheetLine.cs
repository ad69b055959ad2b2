using System.Buffers.Binary;
using System.Security.Cryptography;

namespace IntakeBot.Core.Sealing;

/// <summary>A line of a recovery sheet: 8 bytes and 2 that check them and the line's number, as five words.</summary>
internal static class SheetLine
{
    public const int Size = 8;

    private const int CheckSize = 2;
    private const int Words = (Size + CheckSize) / 2;

    public static string Write(int number, ReadOnlySpan<byte> bytes)
    {
        Span<byte> line = stackalloc byte[Size + CheckSize];
        bytes.CopyTo(line);
        Check(number, bytes, line[Size..]);
        var words = new string[Words];
        for (var i = 0; i < Words; i++)
        {
            words[i] = SheetWord.Write(BinaryPrimitives.ReadUInt16BigEndian(line[(2 * i)..]));
        }

        CryptographicOperations.ZeroMemory(line);
        return string.Join(' ', words);
    }

    /// <summary>False, and nothing written, where the words are not those of line <paramref name="number"/>.</summary>
    public static bool TryRead(int number, string text, Span<byte> bytes)
    {
        var words = WordsOf(text);
        Span<byte> line = stackalloc byte[Size + CheckSize];
        Span<byte> check = stackalloc byte[CheckSize];
        var good = words.Length == Words;
        for (var i = 0; good && i < Words; i++)
        {
            good = SheetWord.TryRead(words[i], out var bits);
            BinaryPrimitives.WriteUInt16BigEndian(line[(2 * i)..], bits);
        }

        Check(number, line[..Size], check);
        good = good && check.SequenceEqual(line[Size..]);
        if (good)
        {
            line[..Size].CopyTo(bytes);
        }

        CryptographicOperations.ZeroMemory(line);
        return good;
    }

    /// <summary>The number in front of a line may be left out, or written as "3." or "3)".</summary>
    private static string[] WordsOf(string text)
    {
        var words = text.Split([' ', '\t', '-'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length > 0 && char.IsAsciiDigit(words[0][0]) && words[0].TrimEnd('.', ')', ':').All(char.IsAsciiDigit) ? words[1..] : words;
    }

    private static void Check(int number, ReadOnlySpan<byte> bytes, Span<byte> check)
    {
        Span<byte> message = [(byte)number, .. bytes];
        Span<byte> hash = stackalloc byte[Hash.Size];
        Hash.Fill(hash, [], "recovery line", message);
        hash[..CheckSize].CopyTo(check);
        CryptographicOperations.ZeroMemory(hash);
        CryptographicOperations.ZeroMemory(message);
    }
}
