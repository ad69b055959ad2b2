using System.Buffers;

namespace IntakeBot.Tests.Proof;

/// <summary>The stretches of bytes that may be text in which other bytes are written, each decoded in all the ways in which it can be read.</summary>
internal static class LeakRuns
{
    private const int No = -1;

    private static readonly int[] Base64 = Values("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", ('-', 62), ('_', 63));
    private static readonly int[] Hex = Values("0123456789abcdef", [.. "ABCDEF".Select((c, i) => (c, 10 + i))]);

    public delegate void Decoded(ReadOnlySpan<byte> bytes);

    public static void Each(ReadOnlySpan<byte> hay, Decoded decoded)
    {
        Digits(hay, Base64, bits: 6, offsets: 4, decoded);
        Digits(hay, Hex, bits: 4, offsets: 2, decoded);
        Wide(hay, decoded);
    }

    /// <summary>Where a run begins in the middle of a group, only one of the offsets reads it right.</summary>
    private static void Digits(ReadOnlySpan<byte> hay, int[] values, int bits, int offsets, Decoded decoded)
    {
        var least = ((LeakNeedle.Least * 8) + bits - 1) / bits;
        for (var at = 0; at < hay.Length; at++)
        {
            var from = at;
            while (at < hay.Length && values[hay[at]] != No)
            {
                at++;
            }

            for (var offset = 0; offset < offsets && at - from - offset >= least; offset++)
            {
                Read(hay[(from + offset)..at], values, bits, decoded);
            }
        }
    }

    private static void Read(ReadOnlySpan<byte> run, int[] values, int bits, Decoded decoded)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(run.Length);
        var (held, holds, count) = (0, 0, 0);
        foreach (var digit in run)
        {
            (held, holds) = (((held << bits) | values[digit]) & 0xFFFF, holds + bits);
            if (holds >= 8)
            {
                holds -= 8;
                bytes[count++] = (byte)((held >> holds) & 0xFF);
            }
        }

        decoded(bytes.AsSpan(0, count));
        ArrayPool<byte>.Shared.Return(bytes);
    }

    /// <summary>UTF-16 of ASCII in either order: from the first letter on both look alike.</summary>
    private static void Wide(ReadOnlySpan<byte> hay, Decoded decoded)
    {
        for (var at = 0; at < hay.Length; at++)
        {
            var count = 0;
            while (at + (2 * count) < hay.Length && hay[at + (2 * count)] is >= 0x20 and < 0x7F && (count == 0 || hay[at + (2 * count) - 1] == 0))
            {
                count++;
            }

            if (count >= LeakNeedle.Least)
            {
                var bytes = ArrayPool<byte>.Shared.Rent(count);
                for (var i = 0; i < count; i++)
                {
                    bytes[i] = hay[at + (2 * i)];
                }

                decoded(bytes.AsSpan(0, count));
                ArrayPool<byte>.Shared.Return(bytes);
                at += (2 * count) - 2;
            }
        }
    }

    private static int[] Values(string digits, params IEnumerable<(char Digit, int Value)> others)
    {
        var values = new int[256];
        Array.Fill(values, No);
        foreach (var (digit, value) in digits.Select((c, i) => (c, i)).Concat(others))
        {
            values[digit] = value;
        }

        return values;
    }
}
