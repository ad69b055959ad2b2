namespace IntakeBot.Core.Sealing;

/// <summary>Opens a sealed backup box by box. InvalidDataException where a box is not as it was sealed; what was read up to there is not to be used.</summary>
public sealed class BackupOpenStream : Stream
{
    private readonly Stream _from;
    private readonly byte[] _key;
    private readonly byte[] _head;
    private readonly long _boxes;
    private readonly byte[] _chunk = new byte[BackupFormat.ChunkSize];
    private readonly byte[] _box = new byte[BackupFormat.BoxSize];
    private int _used = BackupFormat.ChunkSize;
    private long _number;

    private BackupOpenStream(Stream from, byte[] key, byte[] head)
    {
        (_from, _key, _head) = (from, key, head);
        _boxes = BackupFormat.BoxesIn(from.Length);
        if (_boxes == 0)
        {
            throw BackupFormat.Broken("cut off");
        }
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Null where the backup was sealed to another key.</summary>
    public static BackupOpenStream? Open(Stream from, EpochSecret secret)
    {
        var head = ReadHead(from);
        using var seed = Stanza.Open(head.AsSpan(BackupFormat.StanzaAt), secret, Place.Read(head.AsSpan(BackupFormat.IdAt)), BackupFormat.StanzaPlace);
        return seed is null ? null : new(from, BackupFormat.BoxKey(seed), head);
    }

    /// <summary>Null for a whole backup, else what is wrong with it. Needs no key, and so finds decay and not who changed it on purpose.</summary>
    public static string? Problem(Stream from)
    {
        try
        {
            var chain = new BackupChain();
            chain.Add(ReadHead(from));
            var part = new byte[BackupFormat.BoxSize];
            for (var boxes = BackupFormat.BoxesIn(from.Length) is var all and not 0 ? all : throw BackupFormat.Broken("cut off"); boxes > 0; boxes--)
            {
                from.ReadExactly(part);
                chain.Add(part);
            }

            from.ReadExactly(part, 0, Hash.Size);
            return chain.Value.SequenceEqual(part.AsSpan(0, Hash.Size)) ? null : BackupFormat.Broken("damaged").Message;
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException)
        {
            return failure.Message;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty || (_used == _chunk.Length && _number == _boxes))
        {
            return 0;
        }

        if (_used == _chunk.Length)
        {
            Next();
        }

        var taken = Math.Min(buffer.Length, _chunk.Length - _used);
        _chunk.AsSpan(_used, taken).CopyTo(buffer);
        _used += taken;
        return taken;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>For who has sealed it and knows what must stand there.</summary>
    internal static BackupOpenStream With(Stream from, byte[] key, ReadOnlySpan<byte> head) =>
        ReadHead(from) is var found && found.AsSpan().SequenceEqual(head) ? new(from, key, found) : throw BackupFormat.Broken("damaged");

    protected override void Dispose(bool disposing)
    {
        BackupFormat.Zero(_key);
        BackupFormat.Zero(_chunk);
        base.Dispose(disposing);
    }

    private static byte[] ReadHead(Stream from)
    {
        var head = new byte[BackupFormat.HeadSize];
        return from.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.AsSpan().StartsWith(BackupFormat.Title)
            ? head
            : throw new InvalidDataException("This is no backup, or only the beginning of one; name a file that 'intakebot backup' has made.");
    }

    private void Next()
    {
        _from.ReadExactly(_box);
        if (!Aead.TryOpen(_chunk, _box, BackupFormat.Associated(_head, _number, isLast: _number == _boxes - 1), _key))
        {
            throw BackupFormat.Broken("damaged or cut off");
        }

        _number++;
        _used = 0;
    }
}
