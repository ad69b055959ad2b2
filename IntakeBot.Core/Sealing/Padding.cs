namespace IntakeBot.Core.Sealing;

/// <summary>ISO/IEC 7816-4: the payload, 0x80, zeros to the end. A payload is at least one byte shorter than its block.</summary>
internal static class Padding
{
    private const byte Mark = 0x80;

    public static void Pad(Span<byte> block, ReadOnlySpan<byte> payload)
    {
        if (payload.Length >= block.Length)
        {
            throw new ArgumentException($"At most {block.Length - 1} bytes fit, not {payload.Length}.", nameof(payload));
        }

        payload.CopyTo(block);
        block[payload.Length] = Mark;
        block[(payload.Length + 1)..].Clear();
    }

    /// <summary>The payload's length, or -1 where the block was not padded by <see cref="Pad"/>.</summary>
    public static int LengthOf(ReadOnlySpan<byte> block)
    {
        var last = block.LastIndexOfAnyExcept((byte)0);
        return last >= 0 && block[last] == Mark ? last : -1;
    }
}
