using System.Buffers.Binary;
using System.Text;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Storage;

/// <summary>Reads a copy part by part. InvalidDataException where it is not whole to its very end; then nothing that was read is to be used.</summary>
public sealed class CopyReader(Stream from)
{
    private readonly Dictionary<RowKind, int> _rows = [];

    /// <summary>Each small file and each row in turn; what is in it, when all of it was there.</summary>
    public CopyCounts Read(Action<string, byte[]> file, Action<SealedRow> row)
    {
        if (!Bytes(CopyFormat.Title.Length).AsSpan().SequenceEqual(CopyFormat.Title))
        {
            throw Broken();
        }

        while (true)
        {
            switch (Bytes(1)[0])
            {
                case CopyFormat.File when Encoding.ASCII.GetString(Bytes(Bytes(1)[0])) is var name && CopyFormat.IsName(name):
                    file(name, Bytes(Number()));
                    break;
                case CopyFormat.Row when SealedRow.Decode(Bytes(Number())) is { } read:
                    _rows[read.Kind] = _rows.GetValueOrDefault(read.Kind) + 1;
                    row(read);
                    break;
                case CopyFormat.End:
                    return End();
                default:
                    throw Broken();
            }
        }
    }

    /// <summary>Reads to the end and keeps nothing.</summary>
    public CopyCounts Count() => Read((_, _) => { }, _ => { });

    /// <summary>Writes the same copy once more.</summary>
    public CopyCounts PassTo(CopyWriter writer)
    {
        var counts = Read((name, bytes) => writer.File(name, bytes), writer.Row);
        return writer.End(counts.Damaged);
    }

    private static InvalidDataException Broken() => new("The copy of the store is cut off or damaged; nothing of it is used.");

    /// <summary>Behind the end there is nothing but zeros, and they are read: the last seal is checked, too.</summary>
    private CopyCounts End()
    {
        var stated = Enumerable.Range(0, CopyFormat.Counts).Select(_ => BinaryPrimitives.ReadInt32BigEndian(Bytes(4))).ToList();
        var counts = CopyCounts.Of(_rows, stated[^1]);
        Span<byte> rest = stackalloc byte[256];
        for (var read = from.Read(rest); read > 0; read = from.Read(rest))
        {
            if (rest[..read].ContainsAnyExcept((byte)0))
            {
                throw Broken();
            }
        }

        return stated.SequenceEqual([counts.Cold, counts.Hot, counts.Mailboxes, counts.Tombstones, counts.Events, counts.Damaged]) ? counts : throw Broken();
    }

    private int Number() => BinaryPrimitives.ReadInt32BigEndian(Bytes(4)) is >= 0 and <= CopyFormat.MostBytes and var number ? number : throw Broken();

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        return from.ReadAtLeast(bytes, count, throwOnEndOfStream: false) == count ? bytes : throw Broken();
    }
}
