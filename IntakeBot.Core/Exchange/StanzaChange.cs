using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Exchange;

/// <summary>Body of a put stanza: version of the row that it was made from 16 ‖ extend token 32 ‖ stanza 1192.</summary>
public sealed record StanzaChange(RowVersion Expected, byte[] ExtendToken, byte[] Stanza)
{
    public const int Size = 16 + TokenSize + Format.StanzaSize;

    private const int TokenSize = 32;

    public byte[] Encode() => [.. Expected.ToArray(), .. ExtendToken, .. Stanza];

    /// <summary>Null for another length.</summary>
    public static StanzaChange? Decode(ReadOnlySpan<byte> body) => body.Length != Size
        ? null
        : new(RowVersion.Read(body), body.Slice(16, TokenSize).ToArray(), body[(16 + TokenSize)..].ToArray());

    public override string ToString() => nameof(StanzaChange);
}
