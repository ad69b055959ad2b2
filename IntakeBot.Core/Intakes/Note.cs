using System.Text;

namespace IntakeBot.Core.Intakes;

/// <summary>
/// What she wrote in her own words. Encoded as the kind byte 0x4E ("N") and 1 to 278 bytes of UTF-8, so that it is never taken
/// for an <see cref="Answer"/>; a slot without one holds <see cref="Answer.Empty"/>.
/// </summary>
public sealed record Note
{
    /// <summary>Bytes of UTF-8 that fit beside the kind.</summary>
    public const int MaxBytes = 278;

    private const byte Kind = 0x4E;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private Note(string text) => Text = text;

    public string Text { get; }

    /// <summary>Null where it is empty, too long, or holds half a surrogate pair. What may stand in it is <see cref="NoteCatcher"/>'s.</summary>
    public static Note? Of(string text) => text.Length > 0 && Fits(text) && IsWhole(text) ? new(text) : null;

    public static bool Fits(string text) => Encoding.UTF8.GetByteCount(text) <= MaxBytes;

    public byte[] Encode() => [Kind, .. Strict.GetBytes(Text)];

    /// <summary>Null for anything that <see cref="Encode"/> does not write.</summary>
    public static Note? Decode(ReadOnlySpan<byte> payload)
    {
        if (payload.Length is < 2 or > 1 + MaxBytes || payload[0] != Kind)
        {
            return null;
        }

        try
        {
            return new(Strict.GetString(payload[1..]));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Says nothing: it is what a person said.</summary>
    public override string ToString() => nameof(Note);

    private static bool IsWhole(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && !char.IsSurrogatePair(text, at++))
            {
                return false;
            }
        }

        return true;
    }
}
