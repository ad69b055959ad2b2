using System.Text.RegularExpressions;

namespace IntakeBot.Core.Questionnaires;

/// <summary>
/// Takes ids of one kind, and reports those that are ill-formed or come twice. A reported id is still returned, so that
/// what refers to it is not reported as well.
/// </summary>
internal sealed partial class UniqueIds(string kind, Findings findings)
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    public string? Take(Node? node) =>
        Take(node, Id(), "1 to 32 of a-z, 0-9 and _, a letter first");

    public string? TakeLanguage(Node? node) =>
        Take(node, Tag(), "a language tag in small letters, such as ko or zh-hans");

    private string? Take(Node? node, Regex pattern, string rule)
    {
        if (node?.AsText(kind, findings) is not { } text)
        {
            return null;
        }

        if (!pattern.IsMatch(text.Value))
        {
            findings.Add(text.Line, $"{kind} {text} must be {rule}");
        }

        if (!_lines.TryAdd(text.Value, text.Line))
        {
            findings.Add(text.Line, $"{kind} {text} comes twice, first in line {_lines[text.Value]}: give each its own");
        }

        return text.Value;
    }

    [GeneratedRegex(@"^[a-z][a-z0-9_]{0,31}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex(@"^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
