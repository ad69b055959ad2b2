namespace IntakeBot.Core.Questionnaires;

/// <summary>Reads one text in every language of a list: a block of lines "tag: text". Complete, or a finding for each that is missing.</summary>
internal sealed class TextsReader(IReadOnlyList<string> tags, Findings findings)
{
    /// <summary>In the order of the list; "" for what was reported.</summary>
    public IReadOnlyList<string> Read(Node? node, string what, Func<Node?, string, Findings, string> read)
    {
        var fields = Fields.Of(node, what, findings, tags);
        return [.. tags.Select(tag => read(fields?.Need(tag), $"{what}.{tag}", findings))];
    }
}
