namespace IntakeBot.Core.Questionnaires;

/// <summary>The rules for what a person in hiding is shown.</summary>
internal static class PersonText
{
    public const int MaxLabel = 64;

    /// <summary>What a narrow phone shows of a button.</summary>
    public const int MaxColumns = 28;

    /// <summary>Sixteen such lines fit on the first screen, and one into the answer to a press.</summary>
    public const int MaxLine = 200;

    /// <summary>Telegram's 4096 UTF-16 units for a message, less the line that may stand above it and an empty one.</summary>
    public const int MaxText = 4096 - MaxLine - 2;

    public static string Text(Node? node, string what, Findings findings) => Read(node, what, MaxText, oneLine: false, findings);

    public static string Screen(ScreenName name, Node? node, string what, Findings findings) =>
        Read(node, what, MaxText, oneLine: false, findings, Placeholders.Of(name));

    public static string Label(Node? node, string what, Findings findings)
    {
        var label = Read(node, what, MaxLabel, oneLine: true, findings);
        if (label.Length <= MaxLabel && Columns.Of(label) is > MaxColumns and var columns)
        {
            findings.Add(node!.Line, $"{what} is {columns} columns wide: make it {MaxColumns} or fewer, a full-width sign counts 2");
        }

        return label;
    }

    public static string Question(Node? node, string what, Findings findings)
    {
        var text = Text(node, what, findings);
        if (node is not null)
        {
            ForbiddenFields.CheckQuestion(text, node.Line, what, findings);
        }

        return text;
    }

    public static string Kept(KeptName name, Node? node, string what, Findings findings)
    {
        var text = Read(node, what, MaxLine, oneLine: true, findings, Placeholders.Of(name));
        Placeholders.CheckNumbers(text, node?.Line ?? 0, what, findings);
        return text;
    }

    public static string Reply(Node? node, string what, Findings findings) => Read(node, what, ReplyTemplate.MaxLength, oneLine: false, findings);

    /// <summary>She never sees it, so it may name what is meant.</summary>
    public static string ForStaff(Node? node, string what, Findings findings)
    {
        if (node?.AsText(what, findings) is not { } text)
        {
            return "";
        }

        if (text.Value.Length > MaxLine || text.Value.Contains('\n', StringComparison.Ordinal))
        {
            findings.Add(text.Line, $"{what} must be one line of {MaxLine} characters or fewer");
        }

        return text.Value;
    }

    public static string Line(Node? node, string what, Findings findings) => Read(node, what, MaxLine, oneLine: true, findings);

    /// <summary>Returns "" for what was reported as missing or as no text.</summary>
    private static string Read(Node? node, string what, int most, bool oneLine, Findings findings, string? placeholder = null)
    {
        if (node?.AsText(what, findings) is not { Value: var text, Line: var line })
        {
            return "";
        }

        if (text.Length > most)
        {
            findings.Add(line, $"{what} has {text.Length} characters: make it {most} or fewer");
        }

        if (oneLine && text.Contains('\n', StringComparison.Ordinal))
        {
            findings.Add(line, $"{what} must be one line");
        }

        Placeholders.Check(text, placeholder, line, what, findings);
        BannedWords.Check(text, line, what, findings);
        Sentences.Check(text, line, what, findings);
        return text;
    }
}
