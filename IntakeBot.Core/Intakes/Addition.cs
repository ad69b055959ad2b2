using System.Buffers.Binary;

namespace IntakeBot.Core.Intakes;

/// <summary>
/// R2 and R3: a question that she answered again when she came back. Encoded as option 1 ‖ day 2 ‖ questionnaire hash 20, 23 bytes: by
/// then another questionnaire may be served than the one that S00 names.
/// </summary>
public sealed record Addition
{
    public const int Size = 3 + Heading.HashSize;

    /// <summary>Index of the option.</summary>
    public required byte Option { get; init; }

    /// <summary>On which she said it; days since 1970-01-01.</summary>
    public required ushort Day { get; init; }

    /// <summary>20 bytes: whose <c>later</c> says which question it is, first in R2, second in R3.</summary>
    public required ReadOnlyMemory<byte> QuestionnaireHash
    {
        get;
        init => field = value.Length == Heading.HashSize
            ? value : throw new ArgumentException($"A questionnaire hash has {Heading.HashSize} bytes, not {value.Length}.", nameof(value));
    }

    public byte[] Encode()
    {
        var bytes = new byte[Size];
        bytes[0] = Option;
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(1), Day);
        QuestionnaireHash.Span.CopyTo(bytes.AsSpan(3));
        return bytes;
    }

    /// <summary>Null for another length.</summary>
    public static Addition? Decode(ReadOnlySpan<byte> bytes) => bytes.Length != Size ? null : new()
    {
        Option = bytes[0],
        Day = BinaryPrimitives.ReadUInt16BigEndian(bytes[1..]),
        QuestionnaireHash = bytes[3..].ToArray(),
    };

    /// <summary>Says nothing: it is what a person said.</summary>
    public override string ToString() => nameof(Addition);
}
