using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace IntakeBot.Core.Sealing;

/// <summary>
/// Memory that the system writes to no swap and, on Linux, into no core file, in slots of one size. A slot that came back is the last to be given out again,
/// so that who still holds it by mistake finds zeros and not another key.
/// </summary>
internal sealed class LockedPages
{
    /// <summary>The longest key has as many bytes: <see cref="CaseKey"/>.</summary>
    public const int SlotSize = 3 * Hash.Size;

    private readonly ConcurrentQueue<int> _free = [];

    private LockedPages(byte[] bytes, int first, int length)
    {
        Bytes = bytes;
        for (var at = first; at + SlotSize <= first + length; at += SlotSize)
        {
            _free.Enqueue(at);
        }
    }

    /// <summary>Pinned: it stays where it was locked.</summary>
    public byte[] Bytes { get; }

    public int Free => _free.Count;

    /// <summary>Null where this account may not lock as much.</summary>
    public static LockedPages? Lock(int size)
    {
        var page = Environment.SystemPageSize;
        var length = (size + page - 1) / page * page;

        // Whole pages of this array alone: the collector may give back what lies before and after it.
        var bytes = GC.AllocateArray<byte>(length + page, pinned: true);
        var beyond = (int)((nuint)Marshal.UnsafeAddrOfPinnedArrayElement(bytes, 0) % (nuint)page);
        var first = beyond == 0 ? 0 : page - beyond;
        _ = Sodium.LibraryVersion;
        return Sodium.sodium_mlock(bytes.AsSpan(first, length), (nuint)length) == 0 ? new(bytes, first, length) : null;
    }

    /// <summary>Where a slot begins; its bytes are zero.</summary>
    public bool TryRent(out int at) => _free.TryDequeue(out at);

    /// <summary>By its one owner, once, zeroed.</summary>
    public void Return(int at) => _free.Enqueue(at);
}
