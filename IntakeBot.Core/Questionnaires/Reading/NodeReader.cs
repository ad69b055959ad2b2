using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IntakeBot.Core.Questionnaires;

/// <summary>
/// Reads the small part of YAML that these files need, from the parser's events: texts, lists and mappings. Every scalar
/// is text, so that the answer "no" stays a word. What is not wanted here (anchors, aliases, tags, a key twice, deep
/// nesting) is reported with its line, and reading goes on: YamlStream would stop at the first key that comes twice.
/// </summary>
internal sealed class NodeReader(Queue<ParsingEvent> events, bool sourceIsClean, Findings findings)
{
    public const int MaxDepth = 16;

    public Node Read(int depth)
    {
        var here = events.Dequeue();
        var line = LineOf(here);
        if (here is NodeEvent node)
        {
            RefuseExtras(node, line);
        }

        if (depth > MaxDepth && here is (SequenceStart or MappingStart))
        {
            findings.Add(line, $"nested more than {MaxDepth} deep: make it flatter");
            SkipNested(here);
            return new Node.Refused(line);
        }

        switch (here)
        {
            case Scalar scalar:
                return ReadText(scalar, line);
            case SequenceStart:
                return ReadList(line, depth);
            case MappingStart:
                return ReadMap(line, depth);
            default:
                findings.Add(line, "aliases (*name) are not used here: write the text out");
                return new Node.Refused(line);
        }
    }

    private Node.Text ReadText(Scalar scalar, int line)
    {
        if (sourceIsClean && Invisible.Find(scalar.Value) is { } invisible)
        {
            findings.Add(line, $"an escape (\"\\...\") stands for {invisible}: remove it");
        }

        var isNull = scalar is { Style: ScalarStyle.Plain, Value: "~" or "null" };
        return new(line, isNull ? "" : scalar.Value.Trim());
    }

    private Node.List ReadList(int line, int depth)
    {
        List<Node> items = [];
        while (events.Peek() is not SequenceEnd)
        {
            items.Add(Read(depth + 1));
        }

        events.Dequeue();
        return new(line, items);
    }

    private Node.Map ReadMap(int line, int depth)
    {
        List<(Node.Text, Node)> entries = [];
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        while (events.Peek() is not MappingEnd)
        {
            var key = Read(depth + 1);

            // For a line that begins with its colon the parser gives the empty key alone.
            var value = events.Peek() is MappingEnd ? new Node.Refused(key.Line) : Read(depth + 1);
            if (key is not Node.Text { Value: not "" } name)
            {
                findings.Add(key.Line, "a key must be one word before a colon");
            }
            else if (!seen.TryAdd(name.Value, key.Line))
            {
                findings.Add(key.Line, $"the key {name} comes twice, first in line {seen[name.Value]}: keep one");
            }
            else
            {
                entries.Add((name, value is Node.Text ? value : value with { Line = key.Line }));
            }
        }

        events.Dequeue();
        return new(line, entries);
    }

    private void SkipNested(ParsingEvent opening)
    {
        for (var open = opening.NestingIncrease; open > 0; open += events.Dequeue().NestingIncrease)
        {
        }
    }

    private void RefuseExtras(NodeEvent node, int line)
    {
        if (!node.Anchor.IsEmpty)
        {
            findings.Add(line, "anchors (&name) are not used here: write the text out where it is needed");
        }

        if (!node.Tag.IsEmpty)
        {
            findings.Add(line, "tags (!name) are not used here: remove it");
        }
    }

    private static int LineOf(ParsingEvent at) => (int)at.Start.Line;
}
