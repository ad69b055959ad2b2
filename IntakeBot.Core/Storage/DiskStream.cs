using IntakeBot.Core.Sealing;
using Microsoft.Win32.SafeHandles;

namespace IntakeBot.Core.Storage;

/// <summary>
/// One file of the engine, held open and written only here. The engine's own file streams leave it open when the log
/// reaches the disk, and a failed write in its background task would make a commit wait for ever: we decide and are told.
/// </summary>
internal abstract class DiskStream(string path, bool writable) : Stream
{
    private readonly SafeFileHandle _handle = File.OpenHandle(
        path, writable ? FileMode.OpenOrCreate : FileMode.Open, writable ? FileAccess.ReadWrite : FileAccess.Read, FileShare.ReadWrite);

    private volatile bool _stopped;

    /// <summary>Called with the first error of the disk, on the thread that met it.</summary>
    public Action<Exception>? Broken { get; set; }

    public sealed override bool CanRead => true;

    public sealed override bool CanSeek => true;

    public sealed override bool CanWrite => true;

    public sealed override long Position { get; set; }

    protected SafeFileHandle Handle => _handle;

    /// <summary>From now on no byte is written, whatever the engine still tries.</summary>
    public void Stop() => _stopped = true;

    public sealed override int Read(byte[] buffer, int offset, int count)
    {
        var wanted = (int)Math.Clamp(Length - Position, 0, count);
        var read = RandomAccess.Read(_handle, buffer.AsSpan(offset, wanted), Position);
        Position += read;
        return read;
    }

    public sealed override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    protected void FlushToDisk()
    {
        FileSync.Flush(_handle);
        StoreMeter.Flushes.Add(1);
    }

    protected void Guarded(Action write)
    {
        if (_stopped || !writable)
        {
            throw new IOException("The store no longer writes.");
        }

        try
        {
            write();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // .NET says some of the disk's refusals (EPERM, EBADF, EFBIG) with exceptions that are no IOException.
            _stopped = true;
            Broken?.Invoke(failure);
            throw;
        }
    }

    protected override void Dispose(bool disposing)
    {
        _stopped = true;
        _handle.Dispose();
        base.Dispose(disposing);
    }
}
