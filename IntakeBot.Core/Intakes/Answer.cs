using System.Buffers.Binary;

namespace IntakeBot.Core.Intakes;

/// <summary>
/// What one slot of a question says. Encoded as a kind byte and its value: empty 0; one 1 ‖ option;
/// set 2 ‖ mask 2; skipped 3. Options are indices into the questionnaire that S00 names.
/// </summary>
public abstract record Answer
{
    private const byte EmptyKind = 0;
    private const byte OneKind = 1;
    private const byte SetKind = 2;
    private const byte SkippedKind = 3;

    private Answer()
    {
    }

    /// <summary>Never asked, or not yet.</summary>
    public sealed record Empty : Answer
    {
        public override string ToString() => nameof(Answer);
    }

    /// <summary>Asked, and she pressed Skip.</summary>
    public sealed record Skipped : Answer
    {
        public override string ToString() => nameof(Answer);
    }

    public sealed record One(byte Option) : Answer
    {
        public override string ToString() => nameof(Answer);
    }

    /// <summary>Bit n: option n is chosen.</summary>
    public sealed record Set(ushort Options) : Answer
    {
        public override string ToString() => nameof(Answer);
    }

    public byte[] Encode()
    {
        switch (this)
        {
            case One one: return [OneKind, one.Option];
            case Set set:
                var bytes = new byte[3];
                bytes[0] = SetKind;
                BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(1), set.Options);
                return bytes;
            case Skipped: return [SkippedKind];
            default: return [EmptyKind];
        }
    }

    /// <summary>Null for anything that <see cref="Encode"/> does not write.</summary>
    public static Answer? Decode(ReadOnlySpan<byte> payload) => payload switch
    {
        [EmptyKind] => new Empty(),
        [SkippedKind] => new Skipped(),
        [OneKind, var option] => new One(option),
        [SetKind, _, _] => new Set(BinaryPrimitives.ReadUInt16BigEndian(payload[1..])),
        _ => null,
    };
}
