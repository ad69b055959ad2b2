using System.Text;

namespace IntakeBot.Tests.Desk;

/// <summary>The shapes in which a text or a key could lie in other bytes.</summary>
internal static class Shapes
{
    /// <summary>Shorter ones are found in any random bytes.</summary>
    private const int Shortest = 6;

    private static readonly Encoding[] Encodings = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode];

    public static bool Hold(byte[] bytes, string text) => Encodings.Any(e => Hold(bytes, e.GetBytes(text)));

    /// <summary>As it is, in hex, or in base64 at any place of it.</summary>
    public static bool Hold(byte[] bytes, byte[] what) => Of(what).Any(s => s.Length >= Shortest && bytes.AsSpan().IndexOf(s) >= 0);

    /// <summary>As it is.</summary>
    public static bool HoldPlain(byte[] bytes, string text) => Encodings.Any(e => bytes.AsSpan().IndexOf(e.GetBytes(text)) >= 0);

    private static IEnumerable<byte[]> Of(byte[] what)
    {
        yield return what;
        yield return Encoding.ASCII.GetBytes(Convert.ToHexString(what));
        yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(what));
        for (var before = 0; before < 3; before++)
        {
            // What the bytes before and after it have a part in is left out.
            var text = Convert.ToBase64String([.. new byte[before], .. what])[(before == 0 ? 0 : before + 1)..((before + what.Length) * 8 / 6)];
            yield return Encoding.ASCII.GetBytes(text);
            yield return Encoding.ASCII.GetBytes(text.Replace('+', '-').Replace('/', '_'));
        }
    }
}
