using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace IntakeBot.Phone;

/// <summary>Reads Telegram's HTML style: the few tags it allows, turned into entities over the plain text.</summary>
internal static partial class HtmlText
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["b"] = "bold",
        ["strong"] = "bold",
        ["i"] = "italic",
        ["em"] = "italic",
        ["u"] = "underline",
        ["ins"] = "underline",
        ["s"] = "strikethrough",
        ["del"] = "strikethrough",
        ["tg-spoiler"] = "spoiler",
        ["code"] = "code",
        ["pre"] = "pre",
        ["a"] = "text_link",
        ["blockquote"] = "blockquote",
    };

    public static bool TryRead(
        string html, out string text, out byte[]? entities, [NotNullWhen(false)] out string? problem)
    {
        var plain = new StringBuilder();
        var open = new Stack<(string Tag, int At, string? Url)>();
        List<(int At, int Length, string Type, string? Url)> found = [];
        var read = 0;
        problem = null;
        foreach (Match tag in Tag().Matches(html))
        {
            _ = plain.Append(WebUtility.HtmlDecode(html[read..tag.Index]));
            read = tag.Index + tag.Length;
            var name = tag.Groups["name"].Value;
            if (!Types.TryGetValue(name, out var type))
            {
                problem = $"can't parse entities: Unsupported start tag \"{name}\"";
                break;
            }

            if (!tag.Groups["close"].Success)
            {
                open.Push((name, plain.Length, type == "text_link" ? WebUtility.HtmlDecode(tag.Groups["url"].Value) : null));
            }
            else if (open.TryPop(out var start) && start.Tag.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                found.Add((start.At, plain.Length - start.At, type, start.Url));
            }
            else
            {
                problem = $"can't parse entities: Unmatched end tag \"{name}\"";
                break;
            }
        }

        problem ??= open.Count > 0
            ? $"can't parse entities: Can't find end tag corresponding to start tag \"{open.Peek().Tag}\""
            : null;
        text = plain.Append(WebUtility.HtmlDecode(html[read..])).ToString();
        entities = found.Count == 0 ? null : Write(found);
        return problem is null;
    }

    private static byte[] Write(List<(int At, int Length, string Type, string? Url)> found) =>
        JsonBytes.Write(found, static (writer, all) =>
        {
            writer.WriteStartArray();
            foreach (var (at, length, type, url) in all.Where(e => e.Length > 0).OrderBy(e => e.At))
            {
                writer.WriteStartObject();
                writer.WriteNumber("offset"u8, at);
                writer.WriteNumber("length"u8, length);
                writer.WriteString("type"u8, type);
                if (url is not null)
                {
                    writer.WriteString("url"u8, url);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });

    [GeneratedRegex(
        """<(?<close>/)?(?<name>[a-zA-Z][a-zA-Z-]*)(?:\s+href="(?<url>[^"]*)"|\s+[^>]*)?>""",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();
}
