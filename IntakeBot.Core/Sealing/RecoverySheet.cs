using System.Buffers.Binary;
using System.Security.Cryptography;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// A member whose whole secret is on paper: a chain key that gives the keys of its first epoch and of every later one, never those of
/// an earlier one, and 16 bytes that give its signing key. docs/seal-format-keys.md, "Recovery sheet".
/// </summary>
public sealed class RecoverySheet : IDisposable
{
    internal const int Size = 56;

    private const int SigningAt = 32;
    private const int SigningSize = 16;
    private const int EpochAt = 48;
    private const int MarkAt = 52;
    private const int CheckAt = 53;

    /// <summary>Format 1 in the two high bits; the six low ones are the number of epochs less one.</summary>
    private const byte Mark = 0x40;

    private const byte MarkBits = 0xC0;

    private readonly SecretBytes _payload;

    private RecoverySheet(SecretBytes payload, uint firstEpoch, int epochs)
    {
        _payload = payload;
        BinaryPrimitives.WriteUInt32BigEndian(payload.Span[EpochAt..], firstEpoch);
        payload.Span[MarkAt] = (byte)(Mark | (epochs - 1));
        Check(payload.Span, payload.Span[CheckAt..]);
        using var signing = Signing();
        Public = signing.Public;
    }

    public VerifyKey Public { get; }

    public uint FirstEpoch => BinaryPrimitives.ReadUInt32BigEndian(_payload.Span[EpochAt..]);

    /// <summary>The last for which a public key is stated.</summary>
    public uint LastEpoch => FirstEpoch + (uint)(_payload.Span[MarkAt] & ~MarkBits);

    internal ReadOnlySpan<byte> Payload => _payload.Span;

    /// <summary>A new member, with keys for <paramref name="epochs"/> epochs from <paramref name="firstEpoch"/> on.</summary>
    public static RecoverySheet Draw(uint firstEpoch, int epochs)
    {
        CheckCount(epochs);
        var payload = new SecretBytes(Size);
        RandomNumberGenerator.Fill(payload.Span[..EpochAt]);
        return new(payload, firstEpoch, epochs);
    }

    /// <summary>The same member's sheet of a later day: it opens nothing from before <paramref name="firstEpoch"/>.</summary>
    public RecoverySheet Forward(uint firstEpoch, int epochs)
    {
        CheckCount(epochs);
        ArgumentOutOfRangeException.ThrowIfLessThan(firstEpoch, FirstEpoch);
        var payload = new SecretBytes(Size);
        _payload.Span.CopyTo(payload.Span);
        Step(payload.Span[..SigningAt], firstEpoch - FirstEpoch);
        return new(payload, firstEpoch, epochs);
    }

    /// <summary>The member as an identity, with the stated epochs from <paramref name="oldest"/> on.</summary>
    public Identity Identity(uint oldest)
    {
        var epochs = new SortedDictionary<uint, EpochSecret>();
        Span<byte> chain = stackalloc byte[Hash.Size];
        Span<byte> seed = stackalloc byte[EpochSecret.SeedSize];
        _payload.Span[..SigningAt].CopyTo(chain);
        var first = Math.Max(oldest, FirstEpoch);
        Step(chain, Math.Min(first, LastEpoch) - FirstEpoch);
        for (var epoch = (ulong)first; epoch <= LastEpoch; epoch++)
        {
            Hash.Fill(seed, chain, "recovery epoch", []);
            epochs.Add((uint)epoch, new EpochSecret(seed));
            Step(chain, 1);
        }

        CryptographicOperations.ZeroMemory(chain);
        return new Identity(Signing(), epochs);
    }

    public void Dispose() => _payload.Dispose();

    public override string ToString() => nameof(RecoverySheet);

    /// <summary>Null for a payload that no sheet has. Zeroes <paramref name="payload"/>.</summary>
    internal static RecoverySheet? Decode(Span<byte> payload)
    {
        var bytes = SecretBytes.Take(payload, Size);
        Span<byte> check = stackalloc byte[Size - CheckAt];
        Check(bytes.Span, check);
        var first = BinaryPrimitives.ReadUInt32BigEndian(bytes.Span[EpochAt..]);
        if ((bytes.Span[MarkAt] & MarkBits) == Mark && first <= uint.MaxValue - Sealing.Identity.MaxEpochs && check.SequenceEqual(bytes.Span[CheckAt..]))
        {
            return new(bytes, first, (bytes.Span[MarkAt] & ~MarkBits) + 1);
        }

        bytes.Dispose();
        return null;
    }

    private static void CheckCount(int epochs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(epochs, Sealing.Identity.MaxEpochs);
    }

    private static void Step(Span<byte> chain, uint epochs)
    {
        Span<byte> next = stackalloc byte[Hash.Size];
        for (var i = 0u; i < epochs; i++)
        {
            Hash.Fill(next, chain, "recovery next", []);
            next.CopyTo(chain);
        }

        CryptographicOperations.ZeroMemory(next);
    }

    /// <summary>Over everything before it, so that lines of two sheets, even of one member, do not pass as one.</summary>
    private static void Check(ReadOnlySpan<byte> payload, Span<byte> check)
    {
        Span<byte> hash = stackalloc byte[Hash.Size];
        Hash.Fill(hash, payload[..SigningAt], "recovery sheet", payload[SigningAt..CheckAt]);
        hash[..check.Length].CopyTo(check);
    }

    private SigningKey Signing()
    {
        Span<byte> seed = stackalloc byte[SigningKey.SeedSize];
        Hash.Fill(seed, _payload.Span.Slice(SigningAt, SigningSize), "recovery signing", []);
        return new(seed);
    }
}
