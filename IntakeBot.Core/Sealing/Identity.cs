using System.Buffers.Binary;
using System.Security.Cryptography;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// What one person keeps secret: an Ed25519 signing key and an X-Wing key for each epoch. An organisation's key is an identity
/// without epochs. Lives in memory of that person's machine only.
/// </summary>
public sealed class Identity : IDisposable
{
    /// <summary>More are refused: at 28 days an epoch it is almost five years.</summary>
    public const int MaxEpochs = 64;

    private const int EpochSize = 4 + EpochSecret.SeedSize;

    private readonly SortedDictionary<uint, EpochSecret> _epochs;

    internal Identity(SigningKey signing, SortedDictionary<uint, EpochSecret> epochs)
    {
        Signing = signing;
        _epochs = epochs;
    }

    public SigningKey Signing { get; }

    /// <summary>Rising.</summary>
    public IReadOnlyCollection<uint> Epochs => _epochs.Keys;

    /// <summary>A new identity with keys for <paramref name="count"/> epochs from <paramref name="firstEpoch"/> on.</summary>
    public static Identity Draw(uint firstEpoch, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxEpochs);
        var epochs = new SortedDictionary<uint, EpochSecret>();
        for (var i = 0u; i < count; i++)
        {
            epochs.Add(firstEpoch + i, EpochSecret.Draw());
        }

        return new Identity(SigningKey.Draw(), epochs);
    }

    /// <summary>Null where this identity has no key for it: not yet, or no longer.</summary>
    public EpochSecret? EpochSecretOf(uint epoch) => _epochs.GetValueOrDefault(epoch);

    /// <summary>Forgets every key before <paramref name="oldest"/> and draws those that are missing from there to <paramref name="last"/>.</summary>
    public void Renew(uint oldest, uint last)
    {
        foreach (var old in _epochs.Keys.Where(e => e < oldest).ToList())
        {
            _epochs.Remove(old, out var secret);
            secret?.Dispose();
        }

        var missing = Enumerable.Range(0, checked((int)(last - oldest + 1))).Select(i => oldest + (uint)i).Where(e => !_epochs.ContainsKey(e)).ToList();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_epochs.Count + missing.Count, MaxEpochs, nameof(last));
        foreach (var epoch in missing)
        {
            _epochs.Add(epoch, EpochSecret.Draw());
        }
    }

    /// <summary>What the roster needs to know: each epoch's public key, signed.</summary>
    public IReadOnlyList<EpochStatement> Statements() => [.. _epochs.Select(e => EpochStatement.Sign(Signing, e.Key, e.Value.Public))];

    public void Dispose()
    {
        Signing.Dispose();
        foreach (var secret in _epochs.Values)
        {
            secret.Dispose();
        }
    }

    public override string ToString() => nameof(Identity);

    /// <summary>signing seed 32 ‖ for each epoch, rising: epoch 4 ‖ seed 32. Pinned, for the caller to zero.</summary>
    internal byte[] Encode()
    {
        var bytes = GC.AllocateUninitializedArray<byte>(SigningKey.SeedSize + (_epochs.Count * EpochSize), pinned: true);
        Signing.Seed.CopyTo(bytes);
        var at = SigningKey.SeedSize;
        foreach (var (epoch, secret) in _epochs)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(at), epoch);
            secret.Seed.CopyTo(bytes.AsSpan(at + 4));
            at += EpochSize;
        }

        return bytes;
    }

    /// <summary>Null for anything that <see cref="Encode"/> does not write. Zeroes <paramref name="bytes"/>.</summary>
    internal static Identity? Decode(Span<byte> bytes)
    {
        try
        {
            var count = (bytes.Length - SigningKey.SeedSize) / EpochSize;
            if (count is < 0 or > MaxEpochs || bytes.Length != SigningKey.SeedSize + (count * EpochSize))
            {
                return null;
            }

            var epochs = new SortedDictionary<uint, EpochSecret>();
            for (var at = SigningKey.SeedSize; at < bytes.Length; at += EpochSize)
            {
                var epoch = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
                if (epochs.Count > 0 && epoch <= epochs.Keys.Last())
                {
                    return null;
                }

                epochs.Add(epoch, new EpochSecret(bytes.Slice(at + 4, EpochSecret.SeedSize)));
            }

            return new Identity(new SigningKey(bytes[..SigningKey.SeedSize]), epochs);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }
}
