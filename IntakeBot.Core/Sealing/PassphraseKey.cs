using System.Security.Cryptography;
using System.Text;

namespace IntakeBot.Core.Sealing;

/// <summary>From a passphrase to a key: Argon2id 1.3 over its UTF-8 bytes.</summary>
internal static class PassphraseKey
{
    public const int SaltSize = Argon.SaltSize;

    /// <summary>Longer ones are refused, so that nobody pastes a file by mistake.</summary>
    private const int MaxLength = 1024;

    public static void Fill(Span<byte> key, ReadOnlySpan<char> passphrase, ReadOnlySpan<byte> salt, ArgonProfile profile)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, Aead.KeySize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(passphrase.Length, MaxLength);
        var bytes = GC.AllocateUninitializedArray<byte>(Encoding.UTF8.GetMaxByteCount(MaxLength), pinned: true);
        try
        {
            var length = Encoding.UTF8.GetBytes(passphrase, bytes);
            Argon.Fill(key, bytes.AsSpan(0, length), salt, profile);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }
}
