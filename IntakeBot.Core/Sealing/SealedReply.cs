using System.Security.Cryptography;
using IntakeBot.Core.Intakes;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// A reply under its mailbox's key, one size whatever it says: X-Wing ciphertext 1120 ‖ nonce 24 ‖ text padded to 960 ‖ tag 16. The box's
/// key is H(shared secret; "reply", ciphertext ‖ reply key); associated data: format version, the mailbox's place.
/// </summary>
public sealed class SealedReply
{
    /// <summary>What an encapsulation is made from: 32 bytes for ML-KEM-768, 32 for X25519.</summary>
    internal const int DrawSize = 64;

    private const int CiphertextSize = Sodium.crypto_kem_CIPHERTEXTBYTES;
    private const int TextSize = Format.ReplySize - CiphertextSize - Aead.Overhead;

    private readonly byte[] _bytes;

    private SealedReply(byte[] bytes) => _bytes = bytes;

    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Names it in what she answers by a button: first 16 bytes of H(none; "reply id", the sealed reply).</summary>
    public byte[] Id => Hash.Of([], "reply id", _bytes)[..Sixteen.Size];

    /// <summary>Null for another length.</summary>
    public static SealedReply? Read(ReadOnlySpan<byte> bytes) => bytes.Length == Format.ReplySize ? new(bytes.ToArray()) : null;

    /// <summary>
    /// The staff's side: null where <paramref name="key"/> is not the one that slot M of the opened intake names, so that nobody who
    /// holds the server is answered in the person's place.
    /// </summary>
    public static SealedReply? Seal(Reply reply, RecipientKey key, ReadOnlySpan<byte> slotM)
    {
        var place = Mailbox.PlaceOf(key);
        return slotM.SequenceEqual(place.ToArray()) ? Seal(reply.Encode(), key, place) : null;
    }

    /// <summary>Nobody can open it, and nobody can tell it from one that somebody can.</summary>
    internal static SealedReply ThrowAway(Place mailbox) => Seal([], RecipientKey.ThrowAway(), mailbox);

    internal static SealedReply Seal(ReadOnlySpan<byte> payload, RecipientKey key, Place mailbox)
    {
        Span<byte> draw = stackalloc byte[DrawSize];
        RandomNumberGenerator.Fill(draw);
        try
        {
            return Seal(payload, key, mailbox, draw);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(draw);
        }
    }

    /// <summary><paramref name="draw"/> is 64 random bytes, used for this reply alone: who has them opens it, as <see cref="OpenBy"/> does.</summary>
    internal static SealedReply Seal(ReadOnlySpan<byte> payload, RecipientKey key, Place mailbox, ReadOnlySpan<byte> draw)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(draw.Length, DrawSize);
        var bytes = new byte[Format.ReplySize];
        Span<byte> shared = stackalloc byte[Sodium.crypto_kem_SHAREDSECRETBYTES];
        Span<byte> boxKey = stackalloc byte[Aead.KeySize];
        Span<byte> text = stackalloc byte[TextSize];
        try
        {
            Padding.Pad(text, payload);
            _ = Sodium.LibraryVersion;
            if (Sodium.crypto_kem_xwing_enc_deterministic(bytes.AsSpan(0, CiphertextSize), shared, key.Bytes, draw) != 0)
            {
                throw new InvalidOperationException("crypto_kem_xwing_enc_deterministic refused the key of a mailbox.");
            }

            BoxKey(boxKey, shared, bytes.AsSpan(0, CiphertextSize), key);
            Aead.Seal(bytes.AsSpan(CiphertextSize), text, [Format.Version, .. mailbox.ToArray()], boxKey);
            return new(bytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(shared);
            CryptographicOperations.ZeroMemory(boxKey);
            CryptographicOperations.ZeroMemory(text);
        }
    }

    /// <summary>Null where it is none of this code's, or not as it was sealed: most are throw-away ones.</summary>
    internal Reply? Open(EpochSecret secret, Place mailbox)
    {
        Span<byte> shared = stackalloc byte[Sodium.crypto_kem_SHAREDSECRETBYTES];
        try
        {
            if (Sodium.crypto_kem_dec(shared, _bytes.AsSpan(0, CiphertextSize), secret.Secret) != 0)
            {
                return null;
            }

            return Open(shared, secret.Public, mailbox);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(shared);
        }
    }

    /// <summary>
    /// What the holder of <paramref name="key"/> will read, for who knows what it was sealed from; null where it was not sealed from
    /// <paramref name="draw"/> to that key. The encapsulation is made once more: a key of the box alone would not do, because whoever
    /// chooses two keys can make one box that opens under both, with two texts.
    /// </summary>
    internal Reply? OpenBy(ReadOnlySpan<byte> draw, RecipientKey key, Place mailbox)
    {
        Span<byte> shared = stackalloc byte[Sodium.crypto_kem_SHAREDSECRETBYTES];
        Span<byte> ciphertext = stackalloc byte[CiphertextSize];
        try
        {
            _ = Sodium.LibraryVersion;
            return Sodium.crypto_kem_xwing_enc_deterministic(ciphertext, shared, key.Bytes, draw) == 0
                && ciphertext.SequenceEqual(_bytes.AsSpan(0, CiphertextSize)) ? Open(shared, key, mailbox) : null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(shared);
        }
    }

    public override string ToString() => nameof(SealedReply);

    private Reply? Open(ReadOnlySpan<byte> shared, RecipientKey key, Place mailbox)
    {
        Span<byte> boxKey = stackalloc byte[Aead.KeySize];
        Span<byte> text = stackalloc byte[TextSize];
        try
        {
            BoxKey(boxKey, shared, _bytes.AsSpan(0, CiphertextSize), key);
            return Aead.TryOpen(text, _bytes.AsSpan(CiphertextSize), [Format.Version, .. mailbox.ToArray()], boxKey)
                && Padding.LengthOf(text) is >= 0 and var length ? Reply.Decode(text[..length]) : null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(boxKey);
            CryptographicOperations.ZeroMemory(text);
        }
    }

    private static void BoxKey(Span<byte> key, ReadOnlySpan<byte> shared, ReadOnlySpan<byte> ciphertext, RecipientKey recipient)
    {
        Span<byte> message = stackalloc byte[CiphertextSize + RecipientKey.Size];
        ciphertext.CopyTo(message);
        recipient.Bytes.CopyTo(message[CiphertextSize..]);
        Hash.Fill(key, shared, "reply", message);
    }
}
