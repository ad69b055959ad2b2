using System.Security.Cryptography;
using IntakeBot.Core.Intakes;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// A reply under its mailbox's key, one size whatever it says: X-Wing ciphertext 1120 ‖ nonce 24 ‖ text padded to 960 ‖ tag 16. The box's
/// key is H(shared secret; "reply", ciphertext ‖ reply key); associated data: format version, the mailbox's place.
/// </summary>
public sealed class SealedReply
{
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
        var bytes = new byte[Format.ReplySize];
        Span<byte> shared = stackalloc byte[Sodium.crypto_kem_SHAREDSECRETBYTES];
        Span<byte> boxKey = stackalloc byte[Aead.KeySize];
        Span<byte> text = stackalloc byte[TextSize];
        try
        {
            Padding.Pad(text, payload);
            _ = Sodium.LibraryVersion;
            if (Sodium.crypto_kem_enc(bytes.AsSpan(0, CiphertextSize), shared, key.Bytes) != 0)
            {
                throw new InvalidOperationException("crypto_kem_enc refused the key of a mailbox.");
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
        Span<byte> boxKey = stackalloc byte[Aead.KeySize];
        Span<byte> text = stackalloc byte[TextSize];
        try
        {
            if (Sodium.crypto_kem_dec(shared, _bytes.AsSpan(0, CiphertextSize), secret.Secret) != 0)
            {
                return null;
            }

            BoxKey(boxKey, shared, _bytes.AsSpan(0, CiphertextSize), secret.Public);
            return Aead.TryOpen(text, _bytes.AsSpan(CiphertextSize), [Format.Version, .. mailbox.ToArray()], boxKey)
                && Padding.LengthOf(text) is >= 0 and var length ? Reply.Decode(text[..length]) : null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(shared);
            CryptographicOperations.ZeroMemory(boxKey);
            CryptographicOperations.ZeroMemory(text);
        }
    }

    public override string ToString() => nameof(SealedReply);

    private static void BoxKey(Span<byte> key, ReadOnlySpan<byte> shared, ReadOnlySpan<byte> ciphertext, RecipientKey recipient)
    {
        Span<byte> message = stackalloc byte[CiphertextSize + RecipientKey.Size];
        ciphertext.CopyTo(message);
        recipient.Bytes.CopyTo(message[CiphertextSize..]);
        Hash.Fill(key, shared, "reply", message);
    }
}
