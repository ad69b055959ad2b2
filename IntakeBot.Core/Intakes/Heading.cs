using System.Buffers.Binary;

namespace IntakeBot.Core.Intakes;

/// <summary>
/// S00: what an intake's answers mean. Encoded as questionnaire hash 20 ‖ roster serial 4 ‖ language 1 ‖ day 2 ‖ burst 1,
/// 28 bytes; numbers are big-endian.
/// </summary>
public sealed record Heading
{
    public const int Size = 28;

    /// <summary>Bytes of <see cref="QuestionnaireHash"/>.</summary>
    public const int HashSize = 20;

    public required ReadOnlyMemory<byte> QuestionnaireHash { get; init; }

    public required uint RosterSerial { get; init; }

    /// <summary>Number of the language in the questionnaire, 0 to 15.</summary>
    public required byte Language { get; init; }

    /// <summary>Days since 1970-01-01.</summary>
    public required ushort Day { get; init; }

    /// <summary>How busy the hotline was at consent: 0 normal, 1 busy, 2 flood. Nothing is dropped for it.</summary>
    public required byte Burst { get; init; }

    public byte[] Encode()
    {
        var bytes = new byte[Size];
        QuestionnaireHash.Span.CopyTo(bytes);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(20), RosterSerial);
        bytes[24] = Language;
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(25), Day);
        bytes[27] = Burst;
        return bytes;
    }

    /// <summary>Null for anything that <see cref="Encode"/> does not write.</summary>
    public static Heading? Decode(ReadOnlySpan<byte> bytes) =>
        bytes.Length != Size || bytes[24] > 15 || bytes[27] > 2 ? null : new Heading
        {
            QuestionnaireHash = bytes[..HashSize].ToArray(),
            RosterSerial = BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]),
            Language = bytes[24],
            Day = BinaryPrimitives.ReadUInt16BigEndian(bytes[25..]),
            Burst = bytes[27],
        };

    public override string ToString() => nameof(Heading);
}
