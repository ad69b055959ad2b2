using System.Security.Cryptography;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// The seed sealed to one place of the roster: X-Wing ciphertext 1120 ‖ nonce 24 ‖ seed 32 ‖ tag 16. The box's key is
/// H(shared secret; "stanza", ciphertext ‖ recipient key); associated data: format version, the intake's place, the roster's place.
/// </summary>
internal static class Stanza
{
    private const int CiphertextSize = Sodium.crypto_kem_CIPHERTEXTBYTES;

    public static void Seal(Span<byte> stanza, Seed seed, RecipientKey recipient, Place place, byte rosterPlace)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(stanza.Length, Format.StanzaSize);
        Span<byte> shared = stackalloc byte[Sodium.crypto_kem_SHAREDSECRETBYTES];
        Span<byte> key = stackalloc byte[Aead.KeySize];
        try
        {
            _ = Sodium.LibraryVersion;
            if (Sodium.crypto_kem_enc(stanza[..CiphertextSize], shared, recipient.Bytes) != 0)
            {
                throw new InvalidOperationException("crypto_kem_enc refused a recipient key of the roster.");
            }

            BoxKey(key, shared, stanza[..CiphertextSize], recipient);
            Span<byte> associated = stackalloc byte[18];
            Associate(associated, place, rosterPlace);
            Aead.Seal(stanza[CiphertextSize..], seed.Bytes, associated, key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(shared);
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>The seed, or null where the stanza is not for this key, or not as it was sealed.</summary>
    public static Seed? Open(ReadOnlySpan<byte> stanza, EpochSecret secret, Place place, byte rosterPlace)
    {
        if (stanza.Length != Format.StanzaSize)
        {
            return null;
        }

        Span<byte> shared = stackalloc byte[Sodium.crypto_kem_SHAREDSECRETBYTES];
        Span<byte> key = stackalloc byte[Aead.KeySize];
        Span<byte> seed = stackalloc byte[Seed.Size];
        try
        {
            if (Sodium.crypto_kem_dec(shared, stanza[..CiphertextSize], secret.Secret) != 0)
            {
                return null;
            }

            BoxKey(key, shared, stanza[..CiphertextSize], secret.Public);
            Span<byte> associated = stackalloc byte[18];
            Associate(associated, place, rosterPlace);
            return Aead.TryOpen(seed, stanza[CiphertextSize..], associated, key) ? Seed.Take(seed) : null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(shared);
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>False for a key that no seed could be sealed to: one half of it is not a point or not in its range.</summary>
    public static bool CanSealTo(RecipientKey recipient)
    {
        Span<byte> ciphertext = stackalloc byte[CiphertextSize];
        Span<byte> shared = stackalloc byte[Sodium.crypto_kem_SHAREDSECRETBYTES];
        _ = Sodium.LibraryVersion;
        var code = Sodium.crypto_kem_enc(ciphertext, shared, recipient.Bytes);
        CryptographicOperations.ZeroMemory(shared);
        return code == 0;
    }

    private static void BoxKey(Span<byte> key, ReadOnlySpan<byte> shared, ReadOnlySpan<byte> ciphertext, RecipientKey recipient)
    {
        Span<byte> message = stackalloc byte[CiphertextSize + RecipientKey.Size];
        ciphertext.CopyTo(message);
        recipient.Bytes.CopyTo(message[CiphertextSize..]);
        Hash.Fill(key, shared, "stanza", message);
    }

    private static void Associate(Span<byte> associated, Place place, byte rosterPlace)
    {
        associated[0] = Format.Version;
        place.CopyTo(associated[1..]);
        associated[17] = rosterPlace;
    }
}
