using System.Diagnostics.CodeAnalysis;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// Seals what is written to it, box by box, to a backup key. It keeps the seed until it is disposed, so that what was written can be read back and
/// compared without the secret half.
/// </summary>
public sealed class BackupSealStream : Stream
{
    [SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "Who gave the stream goes on with it.")]
    private readonly Stream _to;
    private readonly Seed _seed = Seed.Draw();
    private readonly byte[] _key;
    private readonly byte[] _head;
    private readonly BackupChain _chain = new();
    private readonly byte[] _chunk = new byte[BackupFormat.ChunkSize];
    private readonly byte[] _box = new byte[BackupFormat.BoxSize];
    private int _filled;
    private long _number;

    public BackupSealStream(Stream to, RecipientKey recipient)
    {
        _to = to;
        _key = BackupFormat.BoxKey(_seed);
        _head = BackupFormat.Head(Place.Random(), _seed, recipient);
        Put(_head);
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            // A full chunk waits until more comes: the last one is told apart inside its seal.
            if (_filled == _chunk.Length)
            {
                PutBox(isLast: false);
            }

            var taken = Math.Min(buffer.Length, _chunk.Length - _filled);
            buffer[..taken].CopyTo(_chunk.AsSpan(_filled));
            _filled += taken;
            buffer = buffer[taken..];
        }
    }

    /// <summary>Writes the end. Without it the file is no whole backup.</summary>
    public void Complete()
    {
        _chunk.AsSpan(_filled).Clear();
        PutBox(isLast: true);
        _to.Write(_chain.Value);
    }

    /// <summary>Reads back, from the file, what this one has sealed.</summary>
    public BackupOpenStream ReadBack(Stream from) => BackupOpenStream.With(from, BackupFormat.BoxKey(_seed), _head);

    public override void Flush() => _to.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _seed.Dispose();
        BackupFormat.Zero(_key);
        BackupFormat.Zero(_chunk);
        base.Dispose(disposing);
    }

    private void PutBox(bool isLast)
    {
        Aead.Seal(_box, _chunk, BackupFormat.Associated(_head, _number++, isLast), _key);
        Put(_box);
        _filled = 0;
    }

    private void Put(ReadOnlySpan<byte> part)
    {
        _chain.Add(part);
        _to.Write(part);
    }
}
