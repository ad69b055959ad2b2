using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IntakeBot.Core.Questionnaires;

/// <summary>
/// Reads the small part of YAML that these files need, from the parser's events: one document of texts, lists and
/// mappings. Everything is text, so that the country code "no" stays a word. What is not wanted here (anchors, aliases,
/// tags, a key twice, deep nesting) is reported with its line, and reading goes on.
/// </summary>
internal sealed class NodeReader
{
    public const int MaxDepth = 16;

    private readonly Parser _parser;
    private readonly Findings _findings;

    private NodeReader(string text, Findings findings)
    {
        _parser = new(new StringReader(text));
        _findings = findings;
    }

    /// <summary>Returns null, with the reason in <paramref name="findings"/>, where there is nothing to go on with.</summary>
    public static Node? Read(string text, Findings findings)
    {
        try
        {
            return new NodeReader(text, findings).ReadFile();
        }
        catch (YamlException broken)
        {
            findings.Add((int)broken.Start.Line, NotYaml(broken.Message));
        }
        catch (ArgumentOutOfRangeException)
        {
            // The scanner hands an escape beyond U+10FFFF on to char.ConvertFromUtf32.
            findings.Add(0, NotYaml("An escape such as \"\\U...\" names no character."));
        }

        return null;
    }

    private static string NotYaml(string why) =>
        $"not valid YAML: {why.TrimEnd('.')}; look at the spaces before the line, the colons and the quotes";

    private Node? ReadFile()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            _findings.Add(0, "the file is empty: fill it in as docs/questionnaire.md says");
            return null;
        }

        _parser.Consume<DocumentStart>();
        var root = ReadNode(1);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
        {
            _findings.Add(LineOf(second), "a second document begins here: remove the line \"---\" and what follows it");
        }

        return root;
    }

    private Node ReadNode(int depth)
    {
        var here = _parser.Current ?? throw new YamlException("The file ends too early.");
        var line = LineOf(here);
        if (here is NodeEvent node)
        {
            RefuseExtras(node, line);
        }

        if (depth > MaxDepth)
        {
            _findings.Add(line, $"nested more than {MaxDepth} deep: make it flatter");
            _parser.SkipThisAndNestedEvents();
            return new Node.Refused(line);
        }

        switch (here)
        {
            case Scalar scalar:
                _parser.MoveNext();
                var isNull = scalar.Style == ScalarStyle.Plain && scalar.Value is "~" or "null";
                return new Node.Text(line, isNull ? "" : scalar.Value.Trim());
            case SequenceStart:
                return ReadList(line, depth);
            case MappingStart:
                return ReadMap(line, depth);
            default:
                _findings.Add(line, "aliases (*name) are not used here: write the text out");
                _parser.MoveNext();
                return new Node.Refused(line);
        }
    }

    private Node.List ReadList(int line, int depth)
    {
        _parser.MoveNext();
        List<Node> items = [];
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(depth + 1));
        }

        return new(line, items);
    }

    private Node.Map ReadMap(int line, int depth)
    {
        _parser.MoveNext();
        List<(Node.Text, Node)> entries = [];
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(depth + 1);
            var value = ReadNode(depth + 1);
            if (key is not Node.Text { Value: not "" } name)
            {
                _findings.Add(key.Line, "a key must be one word before a colon");
            }
            else if (!seen.TryAdd(name.Value, key.Line))
            {
                _findings.Add(key.Line, $"the key \"{name.Value}\" stands here twice, first in line {seen[name.Value]}: keep one");
            }
            else
            {
                entries.Add((name, value is Node.Text ? value : value with { Line = key.Line }));
            }
        }

        return new(line, entries);
    }

    private void RefuseExtras(NodeEvent node, int line)
    {
        if (!node.Anchor.IsEmpty)
        {
            _findings.Add(line, "anchors (&name) are not used here: write the text out where it is needed");
        }

        if (!node.Tag.IsEmpty)
        {
            _findings.Add(line, "tags (!name) are not used here: remove it");
        }
    }

    private static int LineOf(ParsingEvent at) => (int)at.Start.Line;
}
