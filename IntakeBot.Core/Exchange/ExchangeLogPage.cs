using System.Text.Json;

namespace IntakeBot.Core.Exchange;

/// <summary>Some of the log, in order. More may follow exactly where the page is full.</summary>
public sealed record ExchangeLogPage
{
    /// <summary>Entries of a full page.</summary>
    public const int Limit = 256;

    /// <summary>Bytes of every page, however much of the log there is.</summary>
    public static readonly int Size = Write(new()
    {
        First = uint.MaxValue,
        Before = new('0', 2 * ExchangeLogLink.HashSize),
        Entries = [.. Enumerable.Repeat(new string('0', 2 * ExchangeLogLink.Size), Limit)],
    }).Length;

    /// <summary>The number of the first entry that the server keeps, whether or not it stands on this page.</summary>
    public required uint First { get; init; }

    /// <summary>The hash before that entry, 64 hexadecimal digits.</summary>
    public required string Before { get; init; }

    /// <summary>Links of the chain, each 160 hexadecimal digits.</summary>
    public required IReadOnlyList<string> Entries { get; init; }

    /// <summary>Behind which entry to go on; null where nothing follows.</summary>
    internal uint? Next => Entries.Count == Limit ? Links()?[^1].Entry.Number : null;

    /// <summary>What stands in <paramref name="log"/> behind the entry <paramref name="after"/>.</summary>
    public static ExchangeLogPage Of(ExchangeLogChain log, uint after) => new()
    {
        First = log.First,
        Before = Convert.ToHexStringLower(log.Before),
        Entries = [.. log.Links.Skip(after < log.First ? 0 : (int)Math.Min(after - log.First + 1, int.MaxValue)).Take(Limit).Select(l => Convert.ToHexStringLower(l.Encode()))],
    };

    /// <summary>JSON, and blanks behind it up to <see cref="Size"/>.</summary>
    public byte[] Encode()
    {
        var padded = new byte[Size];
        padded.AsSpan().Fill((byte)' ');
        Write(this).CopyTo(padded, 0);
        return padded;
    }

    /// <summary>Whether or not they follow on each other; null where they cannot be read.</summary>
    internal IReadOnlyList<ExchangeLogLink>? Links()
    {
        var links = Entries.Select(e => Bytes(e, ExchangeLogLink.Size)).ToList();
        return links.Count > Limit || links.Contains(null) ? null : [.. links.Select(l => ExchangeLogLink.Read(l))];
    }

    internal static byte[]? Bytes(string hexadecimal, int size) =>
        hexadecimal.Length == 2 * size && hexadecimal.All(char.IsAsciiHexDigitLower) ? Convert.FromHexString(hexadecimal) : null;

    private static byte[] Write(ExchangeLogPage page) => JsonSerializer.SerializeToUtf8Bytes(page, ExchangeJson.Default.ExchangeLogPage);
}
