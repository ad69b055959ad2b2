using System.Security.Cryptography;

namespace IntakeBot.Core.Sealing;

/// <summary>A staff member's public X-Wing key of one epoch: 1216 bytes, ML-KEM-768 encapsulation key ‖ X25519 public key.</summary>
public sealed class RecipientKey
{
    public const int Size = Sodium.crypto_kem_PUBLICKEYBYTES;

    private readonly byte[] _bytes;

    private RecipientKey(byte[] bytes) => _bytes = bytes;

    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Null for another length, or where either half is all zero.</summary>
    public static RecipientKey? Read(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Size && bytes[..^32].ContainsAnyExcept((byte)0) && bytes[^32..].ContainsAnyExcept((byte)0) ? new(bytes.ToArray()) : null;

    /// <summary>A key whose secret half nobody ever had: stanzas at free places are sealed to it.</summary>
    public static RecipientKey ThrowAway()
    {
        Span<byte> seed = stackalloc byte[Sodium.crypto_kem_SEEDBYTES];
        RandomNumberGenerator.Fill(seed);
        using var secret = new EpochSecret(seed);
        return secret.Public;
    }

    public override string ToString() => nameof(RecipientKey);
}
