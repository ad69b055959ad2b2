using System.Text.RegularExpressions;

namespace IntakeBot.Core.Intakes;

/// <summary>Digits written as words, one word a digit: "zero one zero", 공일공, ゼロイチ. Words for amounts stay words.</summary>
internal static partial class SpelledDigits
{
    /// <summary>More than of digits, because most of these syllables are particles and parts of words too.</summary>
    private const int KoreanInWords = 7;

    /// <summary>に, ご, し and く are particles too, so as many longer ones must be among them.</summary>
    private const int LongKana = 3;

    private static readonly string[] EnglishDigits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    public static IEnumerable<Range> In(string folded) => folded.RangesOf(Words(), KoreanWord())
        .Concat(KoreanWords().Matches(folded).Where(m => m.Value.Count(char.IsLetter) >= KoreanInWords).Select(TextRanges.RangeOf))
        .Concat(Japanese().Matches(folded).Where(m => m.Groups["long"].Captures.Count >= LongKana).Select(TextRanges.RangeOf))
        .Concat(InEnglish(folded));

    /// <summary>Letters between the digits count, so it is told of the whole text that there is one, not where.</summary>
    private static IEnumerable<Range> InEnglish(string folded) =>
        DigitRuns.AnyIn(English().Replace(folded, m => $"{Math.Max(0, Array.IndexOf(EnglishDigits, m.Value.ToLowerInvariant()))}"))
            && !DigitRuns.AnyIn(folded)
            ? [Range.All]
            : [];

    /// <summary>Also inside words and between digits; the letters around them end a run again.</summary>
    [GeneratedRegex(
        "zero|one|two|three|four|five|six|seven|eight|nine|(?<![a-z])oh?(?![a-z])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex English();

    [GeneratedRegex(
        @"(?:(?<!\p{L})(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|không|một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín)(?!\p{L})[^\p{L}\d]*){5,}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex("[공영령일이삼사오육륙칠팔구]{5,}", RegexOptions.CultureInvariant)]
    private static partial Regex KoreanWord();

    /// <summary>Words of nothing but such syllables, one after the other.</summary>
    [GeneratedRegex(
        @"(?<![가-힣])[공영령일이삼사오육륙칠팔구]+에?(?:[^\p{L}\d]+[공영령일이삼사오육륙칠팔구]+에?)+(?![가-힣])",
        RegexOptions.CultureInvariant)]
    private static partial Regex KoreanWords();

    [GeneratedRegex(
        "(?:(?:(?<long>ゼロ|ぜろ|レイ|れい|マル|まる|イチ|いち|サン|さん|ヨン|よん|ロク|ろく|ナナ|なな|シチ|しち|ハチ|はち|キュウ|きゅう)|[ニにゴごシしクく])"
        + @"[^\p{L}\d]*){5,}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Japanese();
}
