namespace IntakeBot.Core.Sealing;

/// <summary>Argon2id 1.3, one lane.</summary>
internal static class Argon
{
    public const int SaltSize = Sodium.crypto_pwhash_SALTBYTES;

    public static void Fill(Span<byte> output, ReadOnlySpan<byte> secret, ReadOnlySpan<byte> salt, ArgonProfile profile)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(salt.Length, SaltSize);
        _ = Sodium.LibraryVersion;
        var code = Sodium.crypto_pwhash(
            output, (ulong)output.Length, secret, (ulong)secret.Length, salt, profile.Passes, (nuint)profile.Kibibytes * 1024, Sodium.crypto_pwhash_ALG_ARGON2ID13);
        if (code != 0)
        {
            throw new InsufficientMemoryException($"Argon2id could not have its {profile.Kibibytes / 1024} MiB of memory.");
        }
    }
}
