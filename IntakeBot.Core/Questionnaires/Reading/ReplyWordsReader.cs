namespace IntakeBot.Core.Questionnaires;

/// <summary>Reads one kind of words that replies are held against: a list for each language.</summary>
internal sealed class ReplyWordsReader(IReadOnlyList<string> tags, Findings findings)
{
    private const int MaxLength = 64;

    /// <summary>In English and Vietnamese, a shorter one stands in too many others once blanks are passed over.</summary>
    private const int FewestLatin = 3;

    public IReadOnlyList<string> Read(Node? node, string what)
    {
        var fields = Fields.Of(node, what, findings, tags);
        return [.. tags.SelectMany(tag => Words(fields?.Need(tag), $"{what}.{tag}")).Distinct(StringComparer.Ordinal)];
    }

    private IEnumerable<string> Words(Node? node, string what)
    {
        Dictionary<string, int> seen = new(StringComparer.OrdinalIgnoreCase);
        return (node?.AsList(what, findings)?.Items ?? []).Select(n => Word(n, what, seen)).OfType<string>();
    }

    private string? Word(Node node, string what, Dictionary<string, int> seen)
    {
        if (node.AsText($"a word of {what}", findings) is not { } text)
        {
            return null;
        }

        if (!seen.TryAdd(text.Value, text.Line))
        {
            findings.Add(text.Line, $"{what} has the word {text} twice, first in line {seen[text.Value]}: keep one");
        }

        if (text.Value.Length > MaxLength)
        {
            findings.Add(text.Line, $"a word of {what} has {text.Value.Length} characters: make it {MaxLength} or fewer");
        }

        foreach (var part in text.Value.Split('…'))
        {
            CheckPart(part.Trim(), text, what);
        }

        return text.Value;
    }

    private void CheckPart(string part, Node.Text text, string what)
    {
        var letters = part.Where(char.IsLetterOrDigit).ToArray();
        if (letters.Length == 0 || (letters.Length < FewestLatin && letters.All(char.IsAscii)))
        {
            findings.Add(text.Line, $"the word {text} of {what} is too short to be looked for: give it {FewestLatin} letters or more, one where words are not spaced");
        }
        else if (part.IndexOf('*', StringComparison.Ordinal) is >= 0 and var star && star < part.Length - 1)
        {
            findings.Add(text.Line, $"the word {text} of {what} has a * before its end: it stands for an ending only");
        }
    }
}
