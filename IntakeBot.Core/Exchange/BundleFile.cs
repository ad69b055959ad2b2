using System.Buffers.Binary;
using System.Text;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Exchange;

/// <summary>
/// The bytes of a bundle: title, day 2, parts, and a hash over all before it, which finds what was cut short or damaged.
/// <code>F name length 1 ‖ name ‖ length 4 ‖ bytes;  C length 4 ‖ cold row;  H length 4 ‖ hot row;  M, T, V length 4 ‖ row;  R length 4 ‖ reply that is ready;  E hash 32</code>
/// </summary>
public static class BundleFile
{
    private const byte FilePart = (byte)'F';
    private const byte ReplyPart = (byte)'R';
    private const byte EndPart = (byte)'E';

    /// <summary>From before mailboxes: made anew, because it does not say who asked to erase.</summary>
    private static ReadOnlySpan<byte> OldTitle => "IntakeBot bundle 1\n"u8;

    private static ReadOnlySpan<byte> Title => "IntakeBot bundle 2\n"u8;

    public static byte[] Encode(Bundle bundle)
    {
        using var bytes = new MemoryStream();
        bytes.Write(Title);
        Span<byte> day = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(day, bundle.Day.Number);
        bytes.Write(day);
        foreach (var (name, content) in bundle.Files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            if (!Bundle.IsName(name))
            {
                throw new ArgumentException($"A bundle holds no {name}.", nameof(bundle));
            }

            bytes.Write([FilePart, (byte)name.Length]);
            bytes.Write(Encoding.ASCII.GetBytes(name));
            WritePart(bytes, content);
        }

        foreach (var (cold, hot) in bundle.Rows)
        {
            WriteRow(bytes, cold);
            WriteRow(bytes, hot);
        }

        foreach (var row in bundle.Mailboxes.Concat<SealedRow>(bundle.Tombstones).Concat(bundle.Events))
        {
            WriteRow(bytes, row);
        }

        foreach (var reply in bundle.Replies)
        {
            bytes.WriteByte(ReplyPart);
            WritePart(bytes, ReplyPut.EncodeFile(reply));
        }

        var hash = Hash.Of([], "bundle", bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        bytes.WriteByte(EndPart);
        bytes.Write(hash);
        return bytes.ToArray();
    }

    /// <summary>True for a bundle of an older program, which <see cref="Decode"/> refuses.</summary>
    public static bool IsOld(ReadOnlySpan<byte> bytes) => bytes.StartsWith(OldTitle);

    /// <summary>Null for anything that <see cref="Encode"/> does not write.</summary>
    public static Bundle? Decode(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.Length - Hash.Size - 1;
        if (end < Title.Length + 2 || !bytes.StartsWith(Title) || bytes[end] != EndPart
            || !bytes[(end + 1)..].SequenceEqual(Hash.Of([], "bundle", bytes[..end])))
        {
            return null;
        }

        var (files, rows, name) = (new SortedDictionary<string, byte[]>(StringComparer.Ordinal), new List<(ColdRow, HotRow)>(), "");
        var (mailboxes, tombstones, events) = (new List<Mailbox>(), new List<Tombstone>(), new List<EventRow>());
        var replies = new List<SignedReply>();
        ColdRow? cold = null;
        var rest = bytes[(Title.Length + 2)..end];
        while (!rest.IsEmpty)
        {
            var kind = rest[0];
            rest = rest[1..];
            if (kind == FilePart && !TryReadName(ref rest, ref name))
            {
                return null;
            }

            if (!TryReadPart(ref rest, out var part))
            {
                return null;
            }

            if (kind == ReplyPart && cold is null && ReplyPut.DecodeFile(part) is { } reply)
            {
                replies.Add(reply);
                continue;
            }

            if (replies.Count > 0)
            {
                return null;
            }

            switch (kind == FilePart ? null : SealedRow.Decode(part))
            {
                case null when kind == FilePart && rows.Count + mailboxes.Count + tombstones.Count + events.Count == 0 && cold is null && files.TryAdd(name, part.ToArray()):
                    break;
                case ColdRow row when kind == (byte)RowKind.Cold && cold is null && mailboxes.Count + tombstones.Count + events.Count == 0:
                    cold = row;
                    break;
                case HotRow row when kind == (byte)RowKind.Hot && cold is not null && cold.Place == row.Place && IsNext(rows.LastOrDefault().Item1, row):
                    rows.Add((cold, row));
                    cold = null;
                    break;
                case Mailbox row when kind == (byte)RowKind.Mailbox && cold is null && tombstones.Count + events.Count == 0 && IsNext(mailboxes.LastOrDefault(), row):
                    mailboxes.Add(row);
                    break;
                case Tombstone row when kind == (byte)RowKind.Tombstone && cold is null && events.Count == 0 && IsNext(tombstones.LastOrDefault(), row)
                    && !rows.Exists(r => r.Item1.Place == row.Place):
                    tombstones.Add(row);
                    break;
                case EventRow row when kind == (byte)RowKind.Event && cold is null && IsNext(events.LastOrDefault(), row):
                    events.Add(row);
                    break;
                default:
                    return null;
            }
        }

        return cold is not null ? null : new()
        {
            Day = new(BinaryPrimitives.ReadUInt16BigEndian(bytes[Title.Length..])),
            Files = files,
            Rows = rows,
            Mailboxes = mailboxes,
            Tombstones = tombstones,
            Events = events,
            Replies = replies,
        };
    }

    private static bool IsNext(SealedRow? last, SealedRow row) => last is null || last.Place.Value < row.Place.Value;

    private static void WriteRow(MemoryStream bytes, SealedRow row)
    {
        bytes.WriteByte((byte)row.Kind);
        WritePart(bytes, row.Encode());
    }

    private static void WritePart(MemoryStream bytes, byte[] part)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        bytes.Write(length);
        bytes.Write(part);
    }

    /// <summary>Names come in rising order, each once.</summary>
    private static bool TryReadName(ref ReadOnlySpan<byte> rest, ref string name)
    {
        if (rest.IsEmpty || rest.Length <= rest[0])
        {
            return false;
        }

        var before = name;
        name = Encoding.ASCII.GetString(rest.Slice(1, rest[0]));
        rest = rest[(1 + rest[0])..];
        return Bundle.IsName(name) && string.CompareOrdinal(before, name) < 0;
    }

    private static bool TryReadPart(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> part)
    {
        part = default;
        if (rest.Length < 4 || BinaryPrimitives.ReadInt32BigEndian(rest) is var length && (length < 0 || length > rest.Length - 4))
        {
            return false;
        }

        part = rest.Slice(4, length);
        rest = rest[(4 + length)..];
        return true;
    }
}
