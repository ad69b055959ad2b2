namespace IntakeBot.Core.Questionnaires;

/// <summary>The keys of one mapping: reports keys that do not belong there at once, a missing one when it is needed.</summary>
internal sealed class Fields
{
    private readonly Dictionary<string, Node> _values = new(StringComparer.Ordinal);
    private readonly int _line;
    private readonly string _what;
    private readonly Findings _findings;

    private Fields(Node.Map map, string what, Findings findings)
    {
        (_line, _what, _findings) = (map.Line, what, findings);
        foreach (var (key, value) in map.Entries)
        {
            _values.Add(key.Value, value);
        }
    }

    /// <summary>Reads a mapping that may have the <paramref name="known"/> keys only; null where it is none.</summary>
    public static Fields? Of(Node? node, string what, Findings findings, params IReadOnlyList<string> known)
    {
        if (OfAny(node, what, findings) is not { } fields)
        {
            return null;
        }

        foreach (var (key, _) in ((Node.Map)node!).Entries.Where(e => !known.Contains(e.Key.Value)))
        {
            findings.Add(key.Line, $"unknown key {key} in {what}: known here are {string.Join(", ", known)}");
        }

        return fields;
    }

    /// <summary>As <see cref="Of"/>, where it cannot be said which keys are known.</summary>
    public static Fields? OfAny(Node? node, string what, Findings findings) =>
        node?.AsMap(what, findings) is { } map ? new(map, what, findings) : null;

    public Node? Find(string key) => _values.GetValueOrDefault(key);

    public Node? Need(string key)
    {
        var value = Find(key);
        if (value is null)
        {
            _findings.Add(_line, $"\"{key}\" is missing in {_what}: add it");
        }

        return value;
    }
}
