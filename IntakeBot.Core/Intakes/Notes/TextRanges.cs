using System.Text.RegularExpressions;

namespace IntakeBot.Core.Intakes;

/// <summary>Where patterns match in a text.</summary>
internal static class TextRanges
{
    public static IEnumerable<Range> RangesOf(this string text, params Regex[] patterns) =>
        patterns.SelectMany(pattern => pattern.Matches(text)).Select(RangeOf);

    public static Range RangeOf(Match match) => match.Index..(match.Index + match.Length);
}
