using System.Security.Cryptography;

namespace IntakeBot.Core.Sealing;

/// <summary>A staff member's secret X-Wing key of one epoch, made from 32 bytes. It lives on that member's machine only.</summary>
public sealed class EpochSecret : IDisposable
{
    public const int SeedSize = Sodium.crypto_kem_SEEDBYTES;

    private readonly SecretBytes _seed;
    private readonly SecretBytes _secret = new(Sodium.crypto_kem_SECRETKEYBYTES);

    /// <summary>Copies <paramref name="seed"/> and zeroes the given bytes.</summary>
    public EpochSecret(Span<byte> seed)
    {
        _seed = SecretBytes.Take(seed, SeedSize);
        _ = Sodium.LibraryVersion;
        var bytes = new byte[RecipientKey.Size];
        if (Sodium.crypto_kem_seed_keypair(bytes, _secret.Span, _seed.Span) != 0)
        {
            throw new InvalidOperationException("crypto_kem_seed_keypair failed.");
        }

        Public = RecipientKey.Read(bytes) ?? throw new InvalidOperationException("crypto_kem_seed_keypair gave an empty key.");
    }

    public RecipientKey Public { get; }

    /// <summary>What an identity file keeps.</summary>
    internal ReadOnlySpan<byte> Seed => _seed.Span;

    internal ReadOnlySpan<byte> Secret => _secret.Span;

    public static EpochSecret Draw()
    {
        Span<byte> seed = stackalloc byte[SeedSize];
        RandomNumberGenerator.Fill(seed);
        return new(seed);
    }

    public void Dispose()
    {
        _seed.Dispose();
        _secret.Dispose();
    }

    public override string ToString() => nameof(EpochSecret);
}
