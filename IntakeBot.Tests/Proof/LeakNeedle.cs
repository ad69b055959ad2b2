using System.Buffers.Binary;

namespace IntakeBot.Tests.Proof;

/// <summary>
/// Eight to sixteen bytes of a secret, told by their first and their last eight. In random bytes one of ten million such needles is met by chance once
/// in 2^40 places; of four bytes it would be met everywhere, so shorter secrets are given long stand-ins instead.
/// </summary>
internal readonly record struct LeakNeedle(ulong First, ulong Last, byte Length, LeakKind Kind) : IComparable<LeakNeedle>
{
    public const int Least = 8;
    private const int Most = 16;

    public static LeakNeedle Of(LeakKind kind, ReadOnlySpan<byte> secret)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(secret.Length, Least, nameof(secret));
        var part = secret[..Math.Min(secret.Length, Most)];
        return new(BinaryPrimitives.ReadUInt64LittleEndian(part), BinaryPrimitives.ReadUInt64LittleEndian(part[^Least..]), (byte)part.Length, kind);
    }

    /// <summary>Where the first eight bytes are known to fit.</summary>
    public bool Fits(ReadOnlySpan<byte> hay) =>
        hay.Length >= Length && BinaryPrimitives.ReadUInt64LittleEndian(hay[(Length - Least)..]) == Last;

    public int CompareTo(LeakNeedle other) => First != other.First ? First.CompareTo(other.First) : Last.CompareTo(other.Last);
}
