using System.Buffers.Binary;

namespace IntakeBot.Core.Intakes;

/// <summary>Names one case event by all that its author signed: 32 bytes, compared as one number, by which concurrent events are told apart everywhere alike.</summary>
public readonly record struct EventHash(UInt128 High, UInt128 Low) : IComparable<EventHash>
{
    public const int Size = 32;

    private const int Half = Size / 2;

    public static bool operator <(EventHash left, EventHash right) => left.CompareTo(right) < 0;

    public static bool operator <=(EventHash left, EventHash right) => left.CompareTo(right) <= 0;

    public static bool operator >(EventHash left, EventHash right) => left.CompareTo(right) > 0;

    public static bool operator >=(EventHash left, EventHash right) => left.CompareTo(right) >= 0;

    public static EventHash Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[Half..]));

    public void CopyTo(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt128BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt128BigEndian(bytes[Half..], Low);
    }

    public int CompareTo(EventHash other) => High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => $"{High:x32}{Low:x32}";
}
