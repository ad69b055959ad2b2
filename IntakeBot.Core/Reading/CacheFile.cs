using System.Buffers.Binary;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>
/// Encoded rows one behind the other: 16 bytes that say what it is, then for each row its length, the length with all bits turned, and the row,
/// which carries its own hash. A length that does not fit its turned one ends what is read; a row that does not fit its hash is passed over.
/// </summary>
internal sealed class CacheFile(string file) : IDisposable
{
    /// <summary>Bytes of a record besides its row.</summary>
    public const int HeadSize = 8;

    /// <summary>More than any row: who spoiled a length does not make us take a gigabyte.</summary>
    private const int MostBytes = 1 << 20;

    private FileStream? _stream;

    /// <summary>What the file begins with.</summary>
    public static ReadOnlySpan<byte> Mark => "IntakeBot rows 1"u8;

    /// <summary>As far as it was read or written; what follows is no part of it.</summary>
    public long Length { get; private set; }

    /// <summary>
    /// All that can be read, the newest of a place last; null for a row that cannot be. What follows it, and all of another kind of file, is
    /// cut off.
    /// </summary>
    public IEnumerable<SealedRow?> Read()
    {
        var stream = Open();
        var mark = new byte[Mark.Length];
        if (!TryFill(stream, mark) || !mark.AsSpan().SequenceEqual(Mark))
        {
            stream.SetLength(0);
            stream.Write(Mark);
            stream.Flush();
            Length = Mark.Length;
            return [];
        }

        return Records(stream).AsParallel().AsOrdered().Select(bytes => SealedRow.Decode(bytes));
    }

    public void Append(IReadOnlyCollection<SealedRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var stream = Open();
        stream.SetLength(Length);
        _ = stream.Seek(0, SeekOrigin.End);
        Write(stream, rows);
        stream.Flush();
        Length = stream.Length;
    }

    /// <summary>In a file of its own that then takes this one's name: nothing else is left in it.</summary>
    public void Rewrite(IEnumerable<SealedRow> rows)
    {
        Dispose();
        WholeFile.Replace(file, stream => Write(stream, rows, mark: true), secret: true);
        Length = Open().Length;
    }

    public void Dispose()
    {
        _stream?.Dispose();
        _stream = null;
    }

    private static void Write(Stream stream, IEnumerable<SealedRow> rows, bool mark = false)
    {
        if (mark)
        {
            stream.Write(Mark);
        }

        var head = new byte[HeadSize];
        foreach (var row in rows)
        {
            var bytes = row.Encode();
            BinaryPrimitives.WriteInt32BigEndian(head, bytes.Length);
            BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), ~bytes.Length);
            stream.Write(head);
            stream.Write(bytes);
        }
    }

    private IEnumerable<byte[]> Records(FileStream stream)
    {
        var head = new byte[HeadSize];
        for (Length = Mark.Length; ; Length = stream.Position)
        {
            var whole = TryFill(stream, head);
            var length = BinaryPrimitives.ReadInt32BigEndian(head);
            if (!whole || length != ~BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(4)) || length is < 0 or > MostBytes
                || new byte[length] is var row && !TryFill(stream, row))
            {
                yield break;
            }

            yield return row;
        }
    }

    /// <summary>False at the end, and where the disk does not give it.</summary>
    private static bool TryFill(FileStream stream, byte[] buffer)
    {
        try
        {
            return stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) == buffer.Length;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private FileStream Open()
    {
        if (_stream is not null)
        {
            return _stream;
        }

        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.Read, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return _stream = new(file, options);
    }
}
