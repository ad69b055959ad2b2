using System.Text.Json;

namespace IntakeBot.Core.Questionnaires;

/// <summary>Reads <c>replies.yaml</c>.</summary>
internal sealed class ReplyTemplatesReader(IReadOnlyList<string> tags, Findings findings)
{
    private const int MostTemplates = 60;

    private static readonly Dictionary<string, ReplyGroup> Groups =
        Enum.GetValues<ReplyGroup>().ToDictionary(g => JsonNamingPolicy.SnakeCaseLower.ConvertName(g.ToString()), StringComparer.Ordinal);

    private readonly UniqueIds _ids = new("template id", findings);

    public ReplyTemplates Read(Node? root)
    {
        var fields = Fields.Of(root, "this file", findings, "reviewed_by", "templates", "forbidden", "never_ask", "promises", "places", "times");
        var reviewers = fields?.Need("reviewed_by") switch
        {
            Node.List { Items: [] } => [],
            var list => list?.AsList("reviewed_by", findings)?.Items ?? [],
        };
        var nodes = fields?.Need("templates")?.AsList("templates", findings)?.Items ?? [];
        if (nodes.Count > MostTemplates)
        {
            findings.Add(nodes[MostTemplates].Line, $"{nodes.Count} templates are too many to choose from: {MostTemplates} at most");
        }

        ReplyTemplate[] templates = [.. nodes.Select(Template)];
        if (nodes.Count > 0 && templates.All(t => t.Group is not ReplyGroup.Neutral))
        {
            findings.Add(nodes[0].Line, "no template is of the group neutral: write one, for whom no safe time is known");
        }

        var words = new ReplyWordsReader(tags, findings);
        return new()
        {
            ReviewedBy = [.. reviewers.Select(n => n.AsText("reviewed_by", findings)?.Value).OfType<string>()],
            Templates = templates,
            Words = new()
            {
                Forbidden = words.Read(fields?.Need("forbidden"), "forbidden"),
                NeverAsk = words.Read(fields?.Need("never_ask"), "never_ask"),
                Promises = words.Read(fields?.Need("promises"), "promises"),
                Places = words.Read(fields?.Need("places"), "places"),
                Times = words.Read(fields?.Need("times"), "times"),
            },
        };
    }

    private ReplyTemplate Template(Node node)
    {
        var fields = Fields.Of(node, "a template", findings, "id", "group", "for", "text");
        return new()
        {
            Id = _ids.Take(fields?.Need("id")) ?? "",
            Group = Group(fields?.Need("group")),
            For = Texts(ReplyTemplate.StaffLanguages, fields?.Need("for"), "for", PersonText.ForStaff),
            Texts = Texts(tags, fields?.Need("text"), "text", PersonText.Reply),
        };
    }

    private ReplyGroup Group(Node? node)
    {
        // What was reported counts as neutral, so that the missing neutral one is not reported as well.
        if (node?.AsText("group", findings) is not { } text)
        {
            return ReplyGroup.Neutral;
        }

        if (Groups.TryGetValue(text.Value, out var group))
        {
            return group;
        }

        findings.Add(text.Line, $"group {text} must be one of {string.Join(", ", Groups.Keys)}");
        return ReplyGroup.Neutral;
    }

    private Dictionary<string, string> Texts(IReadOnlyList<string> languages, Node? node, string what, Func<Node?, string, Findings, string> read)
    {
        var texts = new TextsReader(languages, findings).Read(node, what, read);
        return languages.Zip(texts).ToDictionary(t => t.First, t => t.Second, StringComparer.Ordinal);
    }
}
