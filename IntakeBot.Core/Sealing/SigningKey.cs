using System.Security.Cryptography;

namespace IntakeBot.Core.Sealing;

/// <summary>An Ed25519 secret key, made from 32 bytes: the organisation's, a staff member's or the Exchange's.</summary>
public sealed class SigningKey : IDisposable
{
    public const int SeedSize = Sodium.crypto_sign_SEEDBYTES;

    private readonly SecretBytes _seed;
    private readonly SecretBytes _secret = new(Sodium.crypto_sign_SECRETKEYBYTES);

    /// <summary>Copies <paramref name="seed"/> and zeroes the given bytes.</summary>
    public SigningKey(Span<byte> seed)
    {
        _seed = SecretBytes.Take(seed, SeedSize);
        _ = Sodium.LibraryVersion;
        var bytes = new byte[VerifyKey.Size];
        if (Sodium.crypto_sign_seed_keypair(bytes, _secret.Span, _seed.Span) != 0)
        {
            throw new InvalidOperationException("crypto_sign_seed_keypair failed.");
        }

        Public = VerifyKey.Read(bytes) ?? throw new InvalidOperationException("crypto_sign_seed_keypair gave an empty key.");
    }

    public VerifyKey Public { get; }

    /// <summary>What a key file keeps.</summary>
    internal ReadOnlySpan<byte> Seed => _seed.Span;

    public static SigningKey Draw()
    {
        Span<byte> seed = stackalloc byte[SeedSize];
        RandomNumberGenerator.Fill(seed);
        return new(seed);
    }

    /// <summary>64 bytes over "IntakeBot " ‖ <paramref name="purpose"/> ‖ " v1" ‖ 0x00 ‖ <paramref name="message"/>.</summary>
    public byte[] Sign(string purpose, ReadOnlySpan<byte> message) => SignRaw(VerifyKey.Frame(purpose, message));

    /// <summary>64 bytes over exactly <paramref name="message"/>, for protocols that frame it themselves.</summary>
    public byte[] SignRaw(ReadOnlySpan<byte> message)
    {
        var signature = new byte[VerifyKey.SignatureSize];
        return Sodium.crypto_sign_detached(signature, out _, message, (ulong)message.Length, _secret.Span) == 0
            ? signature
            : throw new InvalidOperationException("crypto_sign_detached failed.");
    }

    public void Dispose()
    {
        _seed.Dispose();
        _secret.Dispose();
    }

    public override string ToString() => nameof(SigningKey);
}
