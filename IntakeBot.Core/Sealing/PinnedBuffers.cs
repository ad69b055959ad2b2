using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// Buffers for secrets that the collector never copies. They come back zeroed and are used again: made anew at each press, they
/// would pile up in a heap that only a full collection looks at.
/// </summary>
internal sealed class PinnedBuffers(int size)
{
    private const int MostKept = 1024;

    private readonly ConcurrentBag<byte[]> _free = [];
    private int _kept;

    /// <summary>All zero.</summary>
    public byte[] Rent()
    {
        if (_free.TryTake(out var buffer))
        {
            _ = Interlocked.Decrement(ref _kept);
            return buffer;
        }

        return GC.AllocateArray<byte>(size, pinned: true);
    }

    /// <summary>By its one owner, once.</summary>
    public void Return(byte[] buffer)
    {
        CryptographicOperations.ZeroMemory(buffer);
        if (Interlocked.Increment(ref _kept) <= MostKept)
        {
            _free.Add(buffer);
        }
        else
        {
            _ = Interlocked.Decrement(ref _kept);
        }
    }
}
