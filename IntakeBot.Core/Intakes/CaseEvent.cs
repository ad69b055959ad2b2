using System.Buffers.Binary;

namespace IntakeBot.Core.Intakes;

/// <summary>
/// One step of the work on an intake, as its author states and signs it. Encoded in one size whatever it says:
/// <code>version 1 ‖ author 1 ‖ counter 2 ‖ minute 4 ‖ parents 1 ‖ 8 × 32, zeros behind the last ‖ kind 1 ‖ length 2 ‖ 2340, zeros behind the body</code>
/// </summary>
public sealed record CaseEvent
{
    public const int Size = BodyAt + EventBody.MaxBytes;

    /// <summary>Places of the largest roster.</summary>
    public const int MostAuthors = 32;

    /// <summary>Events of one author at one intake: so many at most are looked for, and erased with it in one commit.</summary>
    public const int MostOfAuthor = 128;

    public const int MostParents = 8;

    /// <summary>Of the last day that two bytes can say.</summary>
    public const uint LastMinute = (65_536 * 24 * 60) - 1;

    private const byte Version = 1;
    private const int ParentsAt = 9;
    private const int KindAt = ParentsAt + (MostParents * EventHash.Size);
    private const int BodyAt = KindAt + 3;

    /// <summary>The author's place in the roster.</summary>
    public required byte Author { get; init => field = value < MostAuthors ? value : throw new ArgumentOutOfRangeException(nameof(value)); }

    /// <summary>0, 1, 2 … for each author at each intake.</summary>
    public required ushort Counter { get; init => field = value < MostOfAuthor ? value : throw new ArgumentOutOfRangeException(nameof(value)); }

    /// <summary>Minutes since 1970-01-01 in UTC, by the author's clock.</summary>
    public required uint Minute { get; init => field = value <= LastMinute ? value : throw new ArgumentOutOfRangeException(nameof(value)); }

    /// <summary>What the author had seen: the events of the case that no other one there had followed. Each once, rising.</summary>
    public required IReadOnlyList<EventHash> Parents { get; init => field = IsRising(value) ? value : throw new ArgumentException("Eight parents at most, rising.", nameof(value)); }

    public required EventBody Body { get; init; }

    public DateTimeOffset At => DateTimeOffset.UnixEpoch.AddMinutes(Minute);

    public static uint MinuteOf(DateTimeOffset instant) => checked((uint)(instant - DateTimeOffset.UnixEpoch).TotalMinutes);

    public byte[] Encode()
    {
        var bytes = new byte[Size];
        bytes[0] = Version;
        bytes[1] = Author;
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2), Counter);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4), Minute);
        bytes[ParentsAt - 1] = (byte)Parents.Count;
        foreach (var (i, parent) in Parents.Index())
        {
            parent.CopyTo(bytes.AsSpan(ParentsAt + (i * EventHash.Size)));
        }

        var body = Body.Encode();
        bytes[KindAt] = Body.Kind;
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(KindAt + 1), (ushort)body.Length);
        body.CopyTo(bytes, BodyAt);
        return bytes;
    }

    /// <summary>Null for anything that <see cref="Encode"/> does not write. A body of a kind that is not known here is none of that.</summary>
    public static CaseEvent? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size || bytes[0] != Version || bytes[1] >= MostAuthors || bytes[KindAt] == 0
            || BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]) is var counter && counter >= MostOfAuthor
            || BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]) is var minute && minute > LastMinute
            || BinaryPrimitives.ReadUInt16BigEndian(bytes[(KindAt + 1)..]) is var length && length > EventBody.MaxBytes
            || bytes[(BodyAt + length)..].ContainsAnyExcept((byte)0)
            || ReadParents(bytes[(ParentsAt - 1)..KindAt]) is not { } parents)
        {
            return null;
        }

        return new()
        {
            Author = bytes[1],
            Counter = counter,
            Minute = minute,
            Parents = parents,
            Body = EventBody.Decode(bytes[KindAt], bytes.Slice(BodyAt, length)),
        };
    }

    /// <summary>Says nothing: it is about a person.</summary>
    public override string ToString() => nameof(CaseEvent);

    private static List<EventHash>? ReadParents(ReadOnlySpan<byte> bytes)
    {
        var count = bytes[0];
        var hashes = bytes[1..];
        if (count > MostParents || hashes[(count * EventHash.Size)..].ContainsAnyExcept((byte)0))
        {
            return null;
        }

        var parents = new List<EventHash>(count);
        for (var i = 0; i < count; i++)
        {
            parents.Add(EventHash.Read(hashes[(i * EventHash.Size)..]));
        }

        return IsRising(parents) ? parents : null;
    }

    private static bool IsRising(IReadOnlyList<EventHash> parents) =>
        parents.Count <= MostParents && parents.Zip(parents.Skip(1)).All(pair => pair.First < pair.Second);
}
