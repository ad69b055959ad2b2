using System.Buffers.Binary;
using System.Numerics;
using Microsoft.Win32.SafeHandles;

namespace IntakeBot.Core.Storage;

/// <summary>
/// The engine's log as a journal that is believed whole or not at all: before the first page of a checkpoint goes into the
/// data file, <see cref="Seal"/> ends the log with its length and checksum and brings it to the disk. A log found without
/// that end was never acknowledged and never touched the data file, so it is dropped.
/// <code>pages | "IntakeBot log 1\n" 16 | length 8 | CRC-32C of the pages 4 | zero 4</code>
/// </summary>
internal sealed class LogFile : DiskStream
{
    private const int EndSize = 32;
    private const int ChunkSize = 1 << 16;

    private long _length;
    private uint _checksum;
    private bool _sealed = true;

    public LogFile(string path, bool writable)
        : base(path, writable)
    {
        var physical = RandomAccess.GetLength(Handle);
        _length = IsWhole(Handle, physical - EndSize) ? physical - EndSize : 0;
        if (writable && _length == 0 && physical > 0)
        {
            RandomAccess.SetLength(Handle, 0);
        }
    }

    public override long Length => Interlocked.Read(ref _length);

    private static ReadOnlySpan<byte> Mark => "IntakeBot log 1\n"u8;

    public override void Write(byte[] buffer, int offset, int count) => Guarded(() =>
    {
        if (Position != _length)
        {
            throw new IOException("The log is only ever appended to.");
        }

        RandomAccess.Write(Handle, buffer.AsSpan(offset, count), Position);
        _checksum = Checksum(_checksum, buffer.AsSpan(offset, count));
        _sealed = false;
        Position += count;
        _ = Interlocked.Add(ref _length, count);
    });

    /// <summary>Makes what was appended durable and valid. The engine's queue must be empty.</summary>
    public void Seal()
    {
        if (_sealed)
        {
            return;
        }

        Guarded(() =>
        {
            RandomAccess.Write(Handle, End(_length, _checksum), _length);
            FlushToDisk();
        });
        _sealed = true;
    }

    /// <summary>Nothing: the engine flushes at moments of its own, <see cref="Seal"/> at the one that counts.</summary>
    public override void Flush()
    {
    }

    /// <summary>Empties the log; what stood in it is in the data file by now.</summary>
    public override void SetLength(long value) => Guarded(() =>
    {
        if (value != 0)
        {
            throw new IOException("The log is only ever emptied.");
        }

        RandomAccess.SetLength(Handle, 0);
        _ = Interlocked.Exchange(ref _length, 0);
        _checksum = 0;
        _sealed = true;
    });

    private static byte[] End(long length, uint checksum)
    {
        var end = new byte[EndSize];
        Mark.CopyTo(end);
        BinaryPrimitives.WriteInt64LittleEndian(end.AsSpan(16), length);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(24), checksum);
        return end;
    }

    private static bool IsWhole(SafeFileHandle handle, long length)
    {
        if (length <= 0)
        {
            return false;
        }

        var end = new byte[EndSize];
        var buffer = new byte[ChunkSize];
        var checksum = 0u;
        for (var at = 0L; at < length;)
        {
            var read = RandomAccess.Read(handle, buffer.AsSpan(0, (int)Math.Min(ChunkSize, length - at)), at);
            if (read == 0)
            {
                return false;
            }

            checksum = Checksum(checksum, buffer.AsSpan(0, read));
            at += read;
        }

        return RandomAccess.Read(handle, end, length) == EndSize && end.AsSpan().SequenceEqual(End(length, checksum));
    }

    private static uint Checksum(uint checksum, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            checksum = BitOperations.Crc32C(checksum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var b in bytes)
        {
            checksum = BitOperations.Crc32C(checksum, b);
        }

        return checksum;
    }
}
