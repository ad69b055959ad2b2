using System.Security.Cryptography;
using System.Text;

namespace IntakeBot.Core.Sealing;

/// <summary>From a passphrase to a key: Argon2id 1.3 over its UTF-8 bytes.</summary>
internal static class PassphraseKey
{
    public const int SaltSize = Sodium.crypto_pwhash_SALTBYTES;

    /// <summary>Longer ones are refused, so that nobody pastes a file by mistake.</summary>
    private const int MaxLength = 1024;

    public static void Fill(Span<byte> key, ReadOnlySpan<char> passphrase, ReadOnlySpan<byte> salt, ArgonProfile profile)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, Aead.KeySize);
        ArgumentOutOfRangeException.ThrowIfNotEqual(salt.Length, SaltSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(passphrase.Length, MaxLength);
        _ = Sodium.LibraryVersion;
        var bytes = GC.AllocateUninitializedArray<byte>(Encoding.UTF8.GetMaxByteCount(MaxLength), pinned: true);
        try
        {
            var length = Encoding.UTF8.GetBytes(passphrase, bytes);
            var code = Sodium.crypto_pwhash(
                key, (ulong)key.Length, bytes, (ulong)length, salt, profile.Passes, (nuint)profile.Kibibytes * 1024, Sodium.crypto_pwhash_ALG_ARGON2ID13);
            if (code != 0)
            {
                throw new InsufficientMemoryException($"Argon2id could not have its {profile.Kibibytes / 1024} MiB of memory.");
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }
}
