using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace IntakeBot.Tests.Desk;

/// <summary>What somebody who counts on the line sees of a desk's rounds.</summary>
internal static partial class OverheardRounds
{
    /// <summary>Each whole round: its requests' kinds and lengths, and its answers' codes and lengths, in their order.</summary>
    public static IReadOnlyList<string> Of(ReadOnlySpan<byte> heard)
    {
        var rounds = new List<List<string>> { new() };
        var isListing = true;
        foreach (Match said in Said().Matches(Encoding.Latin1.GetString(heard)))
        {
            var lists = said.Groups["list"].Success;
            if (lists && !isListing)
            {
                rounds.Add([]);
            }

            isListing = lists || (isListing && !said.Groups["row"].Success);
            var length = said.Groups["list"].Success || said.Groups["row"].Success ? said.Length.ToString(CultureInfo.InvariantCulture) : "";
            rounds[^1].Add($"{said.Groups["list"].Value}{said.Groups["row"].Value}{length}{said.Groups["code"].Value}{said.Groups["size"].Value}");
        }

        return [.. rounds.Skip(1).SkipLast(1).Select(r => string.Join(' ', r))];
    }

    [GeneratedRegex(@"(?:GET|PUT|POST|DELETE) [^\r\n ]*/v1/((?<list>manifest\?kind=\w+)|(?<row>\w+/\w+))[\s\S]*?\r\n\r\n|HTTP/1.1 (?<code>\d+)|Content-Length: (?<size>\d+)")]
    private static partial Regex Said();
}
