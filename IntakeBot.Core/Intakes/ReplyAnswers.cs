using System.Buffers.Binary;

namespace IntakeBot.Core.Intakes;

/// <summary>
/// R1: what she answered to replies, the newest first, at most as many as a mailbox holds. Encoded as day 2 ‖ three times (reply's id 8 ‖
/// answer 1), 29 bytes, zeros behind the last. The server cannot read it back, so it holds those of one visit.
/// </summary>
public sealed record ReplyAnswers
{
    public const int Size = DaySize + (Most * Each);

    /// <summary>First bytes of a sealed reply's id.</summary>
    public const int IdSize = 8;

    public const int Most = 3;

    private const int DaySize = 2;
    private const int Each = IdSize + 1;

    /// <summary>Days since 1970-01-01.</summary>
    public required ushort Day { get; init; }

    /// <summary>One to three, of different replies.</summary>
    public required IReadOnlyList<(ulong Reply, ReplyAnswer Answer)> Answers { get; init; }

    /// <summary>The name of a reply in here, from its 16 bytes.</summary>
    public static ulong NameOf(ReadOnlySpan<byte> id) => BinaryPrimitives.ReadUInt64BigEndian(id);

    /// <summary>With one more; another answer to the same reply takes the place of the earlier one.</summary>
    public static ReplyAnswers With(ReplyAnswers? before, ulong reply, ReplyAnswer answer, ushort day) => new()
    {
        Day = day,
        Answers = [.. (before?.Answers ?? []).Where(a => a.Reply != reply).Prepend((reply, answer)).Take(Most)],
    };

    public byte[] Encode()
    {
        var bytes = new byte[Size];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, Day);
        for (var i = 0; i < Answers.Count; i++)
        {
            var at = bytes.AsSpan(DaySize + (i * Each), Each);
            BinaryPrimitives.WriteUInt64BigEndian(at, Answers[i].Reply);
            at[IdSize] = (byte)Answers[i].Answer;
        }

        return bytes;
    }

    /// <summary>Null for anything that <see cref="Encode"/> does not write.</summary>
    public static ReplyAnswers? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
        {
            return null;
        }

        var answers = new List<(ulong, ReplyAnswer)>();
        for (var at = bytes[DaySize..]; !at.IsEmpty && at.ContainsAnyExcept((byte)0); at = at[Each..])
        {
            var answer = (ReplyAnswer)at[IdSize];
            if (answer is ReplyAnswer.None || !Enum.IsDefined(answer))
            {
                return null;
            }

            answers.Add((NameOf(at), answer));
        }

        return answers.Count == 0 || answers.DistinctBy(a => a.Item1).Count() < answers.Count
            ? null : new() { Day = BinaryPrimitives.ReadUInt16BigEndian(bytes), Answers = answers };
    }

    /// <summary>Says nothing: it is what a person said.</summary>
    public override string ToString() => nameof(ReplyAnswers);
}
