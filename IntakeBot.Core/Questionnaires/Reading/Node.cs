namespace IntakeBot.Core.Questionnaires;

/// <summary>A piece of YAML with its line. The <c>As…</c> methods report a piece of the wrong kind and return null.</summary>
internal abstract record Node
{
    private Node(int line) => Line = line;

    /// <summary>Counts from 1. A list or mapping below a key has the key's line.</summary>
    public int Line { get; init; }

    public sealed record Text(int Line, string Value) : Node(Line)
    {
        /// <summary>As it may stand in a message: quoted, on one line, short.</summary>
        public override string ToString() =>
            $"\"{string.Concat(Value.Take(40).Select(c => char.IsControl(c) ? ' ' : c))}{(Value.Length > 40 ? "..." : "")}\"";
    }

    public sealed record List(int Line, IReadOnlyList<Node> Items) : Node(Line);

    public sealed record Map(int Line, IReadOnlyList<(Text Key, Node Value)> Entries) : Node(Line);

    /// <summary>Already reported (an alias, too deep): whoever reads it has nothing to add.</summary>
    public sealed record Refused(int Line) : Node(Line);

    public Text? AsText(string what, Findings findings)
    {
        if (this is Text { Value: "" })
        {
            findings.Add(Line, $"{what} is empty: write it here");
            return null;
        }

        return As<Text>($"{what} must be one piece of text", findings);
    }

    public List? AsList(string what, Findings findings)
    {
        if (this is List { Items.Count: 0 })
        {
            findings.Add(Line, $"{what} is empty: give at least one");
            return null;
        }

        return As<List>($"{what} must be a list, each entry on a line of its own after \"- \"", findings);
    }

    public Map? AsMap(string what, Findings findings) =>
        As<Map>($"{what} must be a block of lines of the form \"key: value\"", findings);

    public bool? AsBool(string what, Findings findings)
    {
        if (this is Text { Value: "true" or "false" } text)
        {
            return text.Value == "true";
        }

        if (this is not Refused)
        {
            findings.Add(Line, $"{what} must be true or false");
        }

        return null;
    }

    private T? As<T>(string rule, Findings findings)
        where T : Node
    {
        if (this is not (T or Refused))
        {
            findings.Add(Line, rule);
        }

        return this as T;
    }
}
