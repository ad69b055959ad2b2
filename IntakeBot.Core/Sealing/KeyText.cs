using System.Security.Cryptography;
using System.Text;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// A 32-byte secret as three lines that can be printed, put in a safe and typed in again: a title, 16 groups of 4 hexadecimal
/// digits, and a check over title and secret, so that a mistyped key or another kind of key is noticed before it does harm.
/// </summary>
internal static class KeyText
{
    public const int MaxLength = 512;

    private const int SecretSize = 32;
    private const int GroupSize = 4;
    private const int CheckSize = 4;

    public static byte[] Encode(string title, ReadOnlySpan<byte> secret)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(secret.Length, SecretSize);
        var groups = Convert.ToHexStringLower(secret).Chunk(GroupSize).Select(g => new string(g));
        return Encoding.ASCII.GetBytes($"{title}\n{string.Join(' ', groups)}\ncheck {Check(title, secret)}\n");
    }

    /// <summary>
    /// The secret, for the caller to zero; null where title, digits or check are not right. Blanks and capital letters may be
    /// typed otherwise than <see cref="Encode"/> writes them.
    /// </summary>
    public static byte[]? Decode(string title, ReadOnlySpan<byte> text)
    {
        var lines = Encoding.ASCII.GetString(text).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines is not [var first, var digits, var last] || first != title || !last.StartsWith("check ", StringComparison.Ordinal))
        {
            return null;
        }

        digits = digits.Replace(" ", "", StringComparison.Ordinal);
        var secret = GC.AllocateUninitializedArray<byte>(SecretSize, pinned: true);
        if (digits.Length == 2 * SecretSize
            && Convert.FromHexString(digits, secret, out _, out _) == System.Buffers.OperationStatus.Done
            && string.Equals(last["check ".Length..].Trim(), Check(title, secret), StringComparison.OrdinalIgnoreCase))
        {
            return secret;
        }

        CryptographicOperations.ZeroMemory(secret);
        return null;
    }

    private static string Check(string title, ReadOnlySpan<byte> secret) =>
        Convert.ToHexStringLower(Hash.Of(secret, "key file", Encoding.ASCII.GetBytes(title)).AsSpan(0, CheckSize));
}
