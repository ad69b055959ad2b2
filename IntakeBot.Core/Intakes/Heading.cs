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

    private const byte MaxLanguage = 15;
    private const byte MaxBurst = 2;

    public required ReadOnlyMemory<byte> QuestionnaireHash
    {
        get;
        init => field = value.Length == HashSize
            ? value : throw new ArgumentException($"A questionnaire hash has {HashSize} bytes, not {value.Length}.", nameof(value));
    }

    public required uint RosterSerial { get; init; }

    /// <summary>Number of the language in the questionnaire, 0 to 15.</summary>
    public required byte Language { get; init => field = AtMost(value, MaxLanguage); }

    /// <summary>Days since 1970-01-01.</summary>
    public required ushort Day { get; init; }

    /// <summary>How busy the hotline was at consent: 0 normal, 1 busy, 2 flood. Nothing is dropped for it.</summary>
    public required byte Burst { get; init => field = AtMost(value, MaxBurst); }

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
        bytes.Length != Size || bytes[24] > MaxLanguage || bytes[27] > MaxBurst ? null : new Heading
        {
            QuestionnaireHash = bytes[..HashSize].ToArray(),
            RosterSerial = BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]),
            Language = bytes[24],
            Day = BinaryPrimitives.ReadUInt16BigEndian(bytes[25..]),
            Burst = bytes[27],
        };

    public override string ToString() => nameof(Heading);

    private static byte AtMost(byte value, byte most) =>
        value <= most ? value : throw new ArgumentOutOfRangeException(nameof(value), $"It is at most {most}.");
}
