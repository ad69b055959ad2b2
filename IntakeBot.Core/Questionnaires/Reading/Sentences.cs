using System.Globalization;
using System.Text.RegularExpressions;

namespace IntakeBot.Core.Questionnaires;

/// <summary>A sentence is short enough to be read in fear: counted in words, or in signs where words are not spaced.</summary>
internal static partial class Sentences
{
    public const int MostWords = 14;
    public const int MostSigns = 30;

    public static void Check(string text, int line, string what, Findings findings)
    {
        foreach (var sentence in Ends().Split(text).Select(s => s.Trim()))
        {
            var (count, most, unit) = Unspaced().IsMatch(sentence)
                ? (new StringInfo(sentence).LengthInTextElements, MostSigns, "signs")
                : (sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, MostWords, "words");
            if (count > most)
            {
                findings.Add(line, $"{what} has a sentence of {count} {unit} ({new Node.Text(line, sentence)}): make it {most} or fewer");
            }
        }
    }

    [GeneratedRegex(@"(?<=[.?:])\s+|(?<=[。？：])|\n+", RegexOptions.CultureInvariant)]
    private static partial Regex Ends();

    /// <summary>Han or kana: Chinese and Japanese write no spaces between words.</summary>
    [GeneratedRegex(@"[\u3040-\u30FF\u3400-\u9FFF]", RegexOptions.CultureInvariant)]
    private static partial Regex Unspaced();
}
