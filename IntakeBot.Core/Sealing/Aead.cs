using System.Security.Cryptography;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// XChaCha20-Poly1305 with a fresh random nonce in front: nonce 24 ‖ ciphertext ‖ tag 16.
/// Nonces are always random, because after a failed commit another box may exist under the same key.
/// </summary>
internal static class Aead
{
    public const int KeySize = Sodium.crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
    public const int NonceSize = Sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;

    /// <summary>Bytes that a box is longer than its plaintext: 40.</summary>
    public const int Overhead = NonceSize + Sodium.crypto_aead_xchacha20poly1305_ietf_ABYTES;

    public static void Seal(Span<byte> box, ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> associated, ReadOnlySpan<byte> key)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(box.Length, plaintext.Length + Overhead);
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, KeySize);
        _ = Sodium.LibraryVersion;
        var nonce = box[..NonceSize];
        RandomNumberGenerator.Fill(nonce);
        var code = Sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
            box[NonceSize..], out var written, plaintext, (ulong)plaintext.Length, associated, (ulong)associated.Length, 0, nonce, key);
        if (code != 0 || written != (ulong)(box.Length - NonceSize))
        {
            throw new InvalidOperationException("crypto_aead_xchacha20poly1305_ietf_encrypt failed.");
        }
    }

    /// <summary>False, and <paramref name="plaintext"/> zeroed, whatever was wrong: key, nonce, text, tag or associated data.</summary>
    public static bool TryOpen(Span<byte> plaintext, ReadOnlySpan<byte> box, ReadOnlySpan<byte> associated, ReadOnlySpan<byte> key)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, KeySize);
        if (box.Length != plaintext.Length + Overhead)
        {
            return false;
        }

        _ = Sodium.LibraryVersion;
        var code = Sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
            plaintext, out var written, 0, box[NonceSize..], (ulong)(box.Length - NonceSize), associated, (ulong)associated.Length, box[..NonceSize], key);
        if (code == 0 && written == (ulong)plaintext.Length)
        {
            return true;
        }

        plaintext.Clear();
        return false;
    }
}
