using System.Buffers.Binary;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Exchange;

/// <summary>
/// What one member asked or put on one day, of one kind. No finer time, no row and no address, so that it does not tell for which desk an intake is.
/// <code>number 4 ‖ day 2 ‖ place in the roster 1 ‖ signing key 32 ‖ kind 1 ‖ count 4 ‖ different rows 4</code>
/// </summary>
public sealed record ExchangeLogEntry
{
    public const int Size = 48;

    private const int DayAt = 4;
    private const int PlaceAt = 6;
    private const int MemberAt = 7;
    private const int KindAt = 39;
    private const int CountAt = 40;
    private const int DifferentAt = 44;

    /// <summary>From 1; the next one is one more.</summary>
    public uint Number { get; init; }

    public required Day Day { get; init; }

    /// <summary>The member's place in the roster of that day.</summary>
    public required byte Place { get; init; }

    /// <summary>Null where it is nobody's doing.</summary>
    public required VerifyKey? Member { get; init; }

    public required ExchangeLogKind Kind { get; init; }

    /// <summary>How many requests were answered.</summary>
    public required uint Count { get; init; }

    /// <summary>
    /// How many different rows that were, at most: who fetches one again after a restart of the server has fetched another one. 0 for what
    /// is no fetching of rows.
    /// </summary>
    public required uint Different { get; init; }

    public byte[] Encode()
    {
        var bytes = new byte[Size];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, Number);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(DayAt), Day.Number);
        bytes[PlaceAt] = Place;
        Member?.Bytes.CopyTo(bytes.AsSpan(MemberAt));
        bytes[KindAt] = (byte)Kind;
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(CountAt), Count);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(DifferentAt), Different);
        return bytes;
    }

    /// <summary>Reads the first <see cref="Size"/> bytes. Whether they were changed is for the chain to tell; a kind may be one of a newer program.</summary>
    public static ExchangeLogEntry Read(ReadOnlySpan<byte> bytes) => new()
    {
        Number = BinaryPrimitives.ReadUInt32BigEndian(bytes),
        Day = new(BinaryPrimitives.ReadUInt16BigEndian(bytes[DayAt..])),
        Place = bytes[PlaceAt],
        Member = VerifyKey.Read(bytes.Slice(MemberAt, VerifyKey.Size)),
        Kind = (ExchangeLogKind)bytes[KindAt],
        Count = BinaryPrimitives.ReadUInt32BigEndian(bytes[CountAt..]),
        Different = BinaryPrimitives.ReadUInt32BigEndian(bytes[DifferentAt..Size]),
    };
}
