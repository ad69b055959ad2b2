using System.Buffers.Binary;

namespace IntakeBot.Tests.Proof;

/// <summary>
/// One pass for all needles at once. It is the hay that is decoded, not the needles that are encoded: every stretch that reads as UTF-16, hexadecimal or
/// base64 is turned into bytes, at each alignment, and searched too, and what comes out of it once more. So a needle is found in encodings of encodings.
/// </summary>
internal sealed class LeakSearch(LeakIndex index)
{
    /// <summary>UTF-16 of base64 of hexadecimal.</summary>
    private const int Depth = 3;

    private const int Chunk = 1 << 22;

    /// <summary>Read again at the beginning of the next chunk: longer than any needle in any encoding.</summary>
    private const int Overlap = 1 << 12;

    private readonly bool[] _found = new bool[index.Count];

    public int Found => _found.Count(f => f);

    public long Bytes { get; private set; }

    /// <summary>How many of each kind were found; kinds of which none was are not in it.</summary>
    public IReadOnlyDictionary<LeakKind, int> ByKind() => Enumerable.Range(0, index.Count).Where(i => _found[i]).CountBy(index.KindOf).ToDictionary();

    public LeakSearch Look(Stream hay)
    {
        var buffer = new byte[Chunk];
        var kept = 0;
        while (hay.ReadAtLeast(buffer.AsSpan(kept), buffer.Length - kept, throwOnEndOfStream: false) is > 0 and var read)
        {
            Bytes += read;
            var whole = buffer.AsSpan(0, kept + read);
            Look(whole, Depth);
            kept = Math.Min(Overlap, whole.Length);
            whole[^kept..].CopyTo(buffer);
        }

        return this;
    }

    public LeakSearch Look(ReadOnlySpan<byte> hay)
    {
        Bytes += hay.Length;
        Look(hay, Depth);
        return this;
    }

    private void Look(ReadOnlySpan<byte> hay, int depth)
    {
        for (var at = 0; at <= hay.Length - LeakNeedle.Least; at++)
        {
            var first = BinaryPrimitives.ReadUInt64LittleEndian(hay[at..]);
            if (index.MayBegin(first))
            {
                index.Mark(first, hay[at..], _found);
            }
        }

        if (depth > 0)
        {
            LeakRuns.Each(hay, decoded => Look(decoded, depth - 1));
        }
    }
}
