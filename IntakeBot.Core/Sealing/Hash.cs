using System.Text;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// H of the format: BLAKE2b over "IntakeBot v1 " ‖ label ‖ 0x00 ‖ message, keyed where a key is given.
/// Every use has a label of its own, so that no two uses ever hash the same bytes.
/// </summary>
internal static class Hash
{
    /// <summary>Bytes that <see cref="Of(ReadOnlySpan{byte}, string, ReadOnlySpan{byte})"/> gives.</summary>
    public const int Size = 32;

    /// <summary>A whole hot row, so that hashing one makes no garbage.</summary>
    private const int MostOnStack = 4096;

    private const string Prefix = "IntakeBot v1 ";

    public static byte[] Of(ReadOnlySpan<byte> key, string label, ReadOnlySpan<byte> message)
    {
        var output = new byte[Size];
        Fill(output, key, label, message);
        return output;
    }

    /// <summary>Fills <paramref name="output"/> (exactly 32 bytes); <paramref name="key"/> is empty or 16 to 64 bytes.</summary>
    public static void Fill(Span<byte> output, ReadOnlySpan<byte> key, string label, ReadOnlySpan<byte> message)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(output.Length, Size);
        if (key.Length is not 0 and (< Sodium.crypto_generichash_KEYBYTES_MIN or > Sodium.crypto_generichash_KEYBYTES_MAX))
        {
            throw new ArgumentException("A BLAKE2b key has 16 to 64 bytes.", nameof(key));
        }

        _ = Sodium.LibraryVersion;
        var length = Prefix.Length + label.Length + 1 + message.Length;
        var input = length <= MostOnStack ? stackalloc byte[length] : new byte[length];
        _ = Encoding.ASCII.GetBytes(Prefix, input);
        _ = Encoding.ASCII.GetBytes(label, input[Prefix.Length..]);
        input[Prefix.Length + label.Length] = 0;
        message.CopyTo(input[(Prefix.Length + label.Length + 1)..]);
        var code = Sodium.crypto_generichash(output, Size, input, (ulong)length, key, (nuint)key.Length);
        System.Security.Cryptography.CryptographicOperations.ZeroMemory(input);
        if (code != 0)
        {
            throw new InvalidOperationException("crypto_generichash failed.");
        }
    }
}
