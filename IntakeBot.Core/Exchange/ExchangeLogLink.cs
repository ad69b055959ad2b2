namespace IntakeBot.Core.Exchange;

/// <summary>An entry with its place in the chain: <c>entry 48 ‖ H([]; "exchange log", hash of the link before ‖ entry)</c>.</summary>
public sealed class ExchangeLogLink
{
    public const int Size = ExchangeLogEntry.Size + HashSize;

    internal const int HashSize = 32;

    private readonly byte[] _hash;

    private ExchangeLogLink(ExchangeLogEntry entry, byte[] hash) => (Entry, _hash) = (entry, hash);

    public ExchangeLogEntry Entry { get; }

    public ReadOnlySpan<byte> Hash => _hash;

    public byte[] Encode() => [.. Entry.Encode(), .. _hash];

    internal static ExchangeLogLink Of(ReadOnlySpan<byte> before, ExchangeLogEntry entry) => new(entry, HashOf(before, entry));

    /// <summary>Reads the first <see cref="Size"/> bytes, whether or not they follow on anything.</summary>
    internal static ExchangeLogLink Read(ReadOnlySpan<byte> bytes) => new(ExchangeLogEntry.Read(bytes), bytes[ExchangeLogEntry.Size..Size].ToArray());

    internal bool Follows(ReadOnlySpan<byte> before, uint number) => Entry.Number == number && Hash.SequenceEqual(HashOf(before, Entry));

    private static byte[] HashOf(ReadOnlySpan<byte> before, ExchangeLogEntry entry) => Sealing.Hash.Of([], "exchange log", [.. before, .. entry.Encode()]);
}
