using System.Buffers.Binary;

namespace IntakeBot.Core.Sealing;

/// <summary>L: names a conversation in its buttons and nowhere else. The day on which it was drawn (2 bytes) and 14 random bytes.</summary>
public readonly record struct Locator(UInt128 Value)
{
    public Day Drawn => new((ushort)(Value >> 112));

    public static Locator Draw(Day today)
    {
        Span<byte> bytes = stackalloc byte[Sixteen.Size];
        System.Security.Cryptography.RandomNumberGenerator.Fill(bytes);
        BinaryPrimitives.WriteUInt16BigEndian(bytes, today.Number);
        return new(Sixteen.Read(bytes));
    }

    public static Locator Read(ReadOnlySpan<byte> bytes) => new(Sixteen.Read(bytes));

    public void CopyTo(Span<byte> bytes) => Sixteen.Write(bytes, Value);

    /// <summary>Says nothing: a locator belongs in no log.</summary>
    public override string ToString() => nameof(Locator);
}
