using System.Text;

namespace IntakeBot.Core.Intakes;

/// <summary>
/// What a helper writes to the person. Encoded as language tag, 12 bytes of ASCII filled with zeros ‖ text, UTF-8. Staff know the rules:
/// nothing that may not be read by a captor.
/// </summary>
public sealed record Reply
{
    /// <summary>Characters of a text, as .NET counts them; at most three bytes each.</summary>
    public const int MaxLength = 300;

    internal const int TagSize = 12;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private Reply(string language, string text) => (Language, Text) = (language, text);

    /// <summary>Tag of the language it is written in.</summary>
    public string Language { get; }

    public string Text { get; }

    /// <summary>Null where the text is empty, too long or no text, or the tag is none.</summary>
    public static Reply? Of(string language, string text) =>
        IsTag(language) && text.Length is > 0 and <= MaxLength && !string.IsNullOrWhiteSpace(text) && IsText(text) ? new(language, text) : null;

    public byte[] Encode()
    {
        var bytes = new byte[TagSize + Strict.GetByteCount(Text)];
        _ = Encoding.ASCII.GetBytes(Language, bytes);
        _ = Strict.GetBytes(Text, bytes.AsSpan(TagSize));
        return bytes;
    }

    /// <summary>Null for anything that <see cref="Encode"/> does not write.</summary>
    public static Reply? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= TagSize)
        {
            return null;
        }

        try
        {
            var end = bytes[..TagSize].IndexOf((byte)0);
            var tag = bytes[..(end < 0 ? TagSize : end)];
            return bytes[tag.Length..TagSize].ContainsAnyExcept((byte)0) ? null : Of(Encoding.Latin1.GetString(tag), Strict.GetString(bytes[TagSize..]));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Says nothing: it is for one person.</summary>
    public override string ToString() => nameof(Reply);

    private static bool IsTag(string tag) => tag.Length is >= 2 and <= TagSize && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    /// <summary>No half characters, and of the control characters the line end alone.</summary>
    private static bool IsText(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || (Rune.IsControl(rune) && rune.Value != '\n'))
            {
                return false;
            }
        }

        return true;
    }
}
