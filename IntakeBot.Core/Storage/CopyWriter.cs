using System.Buffers.Binary;
using System.Text;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Storage;

/// <summary>Writes a copy: small files, rows, the end.</summary>
public sealed class CopyWriter
{
    private readonly Stream _to;
    private readonly Dictionary<RowKind, int> _rows = [];

    public CopyWriter(Stream to)
    {
        _to = to;
        to.Write(CopyFormat.Title);
    }

    public void File(string name, ReadOnlySpan<byte> bytes)
    {
        if (!CopyFormat.IsName(name))
        {
            throw new ArgumentException($"A copy holds no {name}.", nameof(name));
        }

        _to.Write([CopyFormat.File, (byte)name.Length]);
        _to.Write(Encoding.ASCII.GetBytes(name));
        Number(bytes.Length);
        _to.Write(bytes);
    }

    public void Row(SealedRow row)
    {
        var bytes = row.Encode();
        _to.WriteByte(CopyFormat.Row);
        Number(bytes.Length);
        _to.Write(bytes);
        _rows[row.Kind] = _rows.GetValueOrDefault(row.Kind) + 1;
    }

    /// <summary>Ends the copy and says what is in it.</summary>
    public CopyCounts End(int damaged)
    {
        var counts = CopyCounts.Of(_rows, damaged);
        _to.WriteByte(CopyFormat.End);
        foreach (var count in (int[])[counts.Cold, counts.Hot, counts.Mailboxes, counts.Tombstones, counts.Events, damaged])
        {
            Number(count);
        }

        _to.Flush();
        return counts;
    }

    private void Number(int number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        _to.Write(bytes);
    }
}
