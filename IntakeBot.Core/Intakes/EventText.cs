using System.Text;

namespace IntakeBot.Core.Intakes;

/// <summary>Texts that staff write into events: strict UTF-8, nothing that a screen would not show.</summary>
internal static class EventText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[] Encode(string text) => Strict.GetBytes(text);

    /// <summary>Null for what is no UTF-8.</summary>
    public static string? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Not empty, <paramref name="most"/> bytes, no half surrogate pair, and no control character but a line end.</summary>
    public static bool IsText(string text, int most) =>
        text.EnumerateRunes().All(r => r != Rune.ReplacementChar && (!Rune.IsControl(r) || r.Value == '\n')) && Encoding.UTF8.GetByteCount(text) is > 0 and var bytes && bytes <= most;

    /// <summary>The same in one line that neither begins nor ends with a blank.</summary>
    public static bool IsLine(string text, int most) => IsText(text, most) && !text.Contains('\n', StringComparison.Ordinal) && text[0] != ' ' && text[^1] != ' ';
}
