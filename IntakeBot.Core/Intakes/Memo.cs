using System.Buffers.Binary;

namespace IntakeBot.Core.Intakes;

/// <summary>
/// A word from one member to another that belongs to no intake. Encoded in one size whatever it says:
/// <code>version 1 ‖ author 1 ‖ minute 4 ‖ kind 1 ‖ length 2 ‖ 1407, zeros behind the body</code>
/// </summary>
public sealed record Memo
{
    public const int Size = BodyAt + MemoBody.MaxBytes;

    private const byte Version = 1;
    private const int BodyAt = 9;

    /// <summary>The author's place in the roster.</summary>
    public required byte Author { get; init => field = value < CaseEvent.MostAuthors ? value : throw new ArgumentOutOfRangeException(nameof(value)); }

    /// <summary>Minutes since 1970-01-01 in UTC, by the author's clock.</summary>
    public required uint Minute { get; init => field = value <= CaseEvent.LastMinute ? value : throw new ArgumentOutOfRangeException(nameof(value)); }

    public required MemoBody Body { get; init; }

    public DateTimeOffset At => DateTimeOffset.UnixEpoch.AddMinutes(Minute);

    public byte[] Encode()
    {
        var bytes = new byte[Size];
        var body = Body.Encode();
        (bytes[0], bytes[1], bytes[6]) = (Version, Author, Body.Kind);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(2), Minute);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(7), (ushort)body.Length);
        body.CopyTo(bytes, BodyAt);
        return bytes;
    }

    /// <summary>Null for anything that <see cref="Encode"/> does not write. A body of a kind that is not known here is none of that.</summary>
    public static Memo? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size || bytes[0] != Version || bytes[1] >= CaseEvent.MostAuthors || bytes[6] == 0
            || BinaryPrimitives.ReadUInt32BigEndian(bytes[2..]) is var minute && minute > CaseEvent.LastMinute
            || BinaryPrimitives.ReadUInt16BigEndian(bytes[7..]) is var length && length > MemoBody.MaxBytes
            || bytes[(BodyAt + length)..].ContainsAnyExcept((byte)0))
        {
            return null;
        }

        return new() { Author = bytes[1], Minute = minute, Body = MemoBody.Decode(bytes[6], bytes.Slice(BodyAt, length)) };
    }

    /// <summary>Says nothing: it may be about a person.</summary>
    public override string ToString() => nameof(Memo);
}
