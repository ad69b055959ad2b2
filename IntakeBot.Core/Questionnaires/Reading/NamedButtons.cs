using System.Text.RegularExpressions;

namespace IntakeBot.Core.Questionnaires;

/// <summary>A text that names a button, as in 《Hide》, must use that button's label: she looks for it on the screen.</summary>
internal static partial class NamedButtons
{
    public static void Check(Node? node, ICollection<string> labels, Findings findings)
    {
        switch (node)
        {
            case Node.Text text:
                foreach (var name in Unknown(text, labels))
                {
                    findings.Add(text.Line, $"this text names the button 《{name}》, but none has that label: use the label as it stands under buttons");
                }

                break;
            case Node.List list:
                Check(list.Items, labels, findings);
                break;
            case Node.Map map:
                Check(map.Entries.Select(e => e.Value), labels, findings);
                break;
            default:
                break;
        }
    }

    /// <summary>The names of buttons in the text that are no button's label.</summary>
    public static IEnumerable<string> Unknown(Node.Text text, ICollection<string> labels) =>
        Names().Matches(text.Value).Select(m => m.Groups[1].Value).Where(n => !labels.Contains(n));

    private static void Check(IEnumerable<Node> nodes, ICollection<string> labels, Findings findings)
    {
        foreach (var node in nodes)
        {
            Check(node, labels, findings);
        }
    }

    [GeneratedRegex("《([^《》]*)》", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
