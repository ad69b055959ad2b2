using System.Text.RegularExpressions;

namespace IntakeBot.Core.Intakes;

/// <summary>Addresses in English: a number and a road, a named road, a flat; not "on the road" or "in my village".</summary>
internal static partial class EnglishAddresses
{
    private const string NoName = "the|my|a|an|this|that|his|her|our|their|another|every|any|no|one|some|each|which|whole|same|small|big|next|long|dark|old|new|in|on|at|of|to|and|from|by";
    private const string Roads = "street|road|avenue|lane|boulevard";

    public static IEnumerable<Range> In(string folded) => folded.RangesOf(Road(), Area(), Flat());

    [GeneratedRegex(
        @"\d[a-z]?\s+(?:(?!(?:" + NoName + @")\b)[a-z'.]+\s+){1,2}(?:" + Roads + @"|st|rd|ave|blvd)\b"
        + @"|\b(?:on|at|near|in|from)\s+(?!(?:" + NoName + @")\b)[a-z]{3,}\s+(?:" + Roads + @")\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Road();

    /// <summary>Here the capitals tell a name.</summary>
    [GeneratedRegex(
        @"\b(?!(?i:" + NoName + @")\b)[A-Z][a-z]+ (?:Street|Road|Avenue|Lane|Boulevard|District|County|Province|Prefecture|City|Village|Town)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Area();

    [GeneratedRegex(
        @"\b(?:apt|apartment|flat|suite|unit|house|building|block)\.?\s*(?:no\.?|number|#)?\s*\d|\b(?:room|floor)\s*(?:no\.?|number|#)\s*\d|\broom\s*\d{3}|\bzip\s*code|\bp\.?\s?o\.?\s?box",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Flat();
}
