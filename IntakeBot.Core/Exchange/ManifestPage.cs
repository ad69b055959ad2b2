using System.Text.Json;

namespace IntakeBot.Core.Exchange;

/// <summary>Some of what is stored, in the order of places. More may follow exactly where the page is full.</summary>
public sealed record ManifestPage
{
    /// <summary>Entries of a full page, where no smaller limit was asked for; also the most that may be asked for.</summary>
    public const int Limit = 256;

    /// <summary>Bytes of every page, whatever it lists and however many were asked for: who counts bytes on the way learns nothing.</summary>
    public static readonly int Size = Write(new() { Entries = [.. Enumerable.Repeat(new ManifestLine(new('0', 32), new('0', 32)), Limit)] }).Length;

    public required IReadOnlyList<ManifestLine> Entries { get; init; }

    /// <summary>JSON, and blanks behind it up to <see cref="Size"/>.</summary>
    public byte[] Encode()
    {
        var padded = new byte[Size];
        padded.AsSpan().Fill((byte)' ');
        Write(this).CopyTo(padded, 0);
        return padded;
    }

    private static byte[] Write(ManifestPage page) => JsonSerializer.SerializeToUtf8Bytes(page, ExchangeJson.Default.ManifestPage);
}
