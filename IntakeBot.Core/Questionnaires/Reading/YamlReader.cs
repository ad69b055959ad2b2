using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IntakeBot.Core.Questionnaires;

/// <summary>Reads one file as one YAML document.</summary>
internal static class YamlReader
{
    /// <summary>Returns null, with the reason in <paramref name="findings"/>, where there is nothing to go on with.</summary>
    public static Node? Read(string text, Findings findings)
    {
        var isClean = Invisible.ReportLines(text, findings);
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            // The scanner takes it for the end of the file; what follows would be hashed, but never read.
            return null;
        }

        return Events(text, findings) is { } events ? ReadDocument(events, isClean, findings) : null;
    }

    /// <summary>All events of the file, so that only the library's own exceptions are caught here.</summary>
    private static Queue<ParsingEvent>? Events(string text, Findings findings)
    {
        using var reader = new StringReader(text);
        var parser = new Parser(reader);
        Queue<ParsingEvent> events = new();
        try
        {
            while (parser.MoveNext())
            {
                events.Enqueue(parser.Current!);
            }

            return events;
        }
        catch (YamlException broken)
        {
            findings.Add(Existing(broken.Start.Line, text), NotYaml(broken.Message));
        }
        catch (Exception broken) when (broken is ArgumentException or InvalidOperationException)
        {
            // The scanner's way to refuse some escapes, tags and unclosed brackets (YamlDotNet 18.1); the fault is after this event.
            findings.Add(Existing(parser.Current?.End.Line ?? 1, text), NotYaml("a bracket is not closed, or a sign cannot stand here or below"));
        }

        return null;
    }

    private static Node? ReadDocument(Queue<ParsingEvent> events, bool isClean, Findings findings)
    {
        events.Dequeue();
        if (events.Dequeue() is not DocumentStart)
        {
            findings.Add(0, "the file is empty: fill it in as docs/questionnaire.md says");
            return null;
        }

        var root = new NodeReader(events, isClean, findings).Read(1);
        events.Dequeue();
        if (events.Dequeue() is DocumentStart second)
        {
            findings.Add((int)second.Start.Line, "a second document begins here: remove the line \"---\" and what follows it");
        }

        return root;
    }

    /// <summary>At the end of a file the parser counts a line that is not there.</summary>
    private static int Existing(long line, string text) => (int)Math.Min(line, 1 + text.AsSpan().Count('\n'));

    private static string NotYaml(string why) =>
        $"not valid YAML: {why.TrimEnd('.')}; look at the spaces before the line, the colons and the quotes";
}
