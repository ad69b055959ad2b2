namespace IntakeBot.Core.Questionnaires;

/// <summary>Reads the text of a question: one for everybody, or a list of which the first that fits is shown.</summary>
internal sealed class WordingReader(FlagNames flags, Findings findings)
{
    private readonly ConditionReader _conditions = new(flags, findings);

    public IReadOnlyList<Wording> Read(Node? node, string what, Reach reach)
    {
        if (node is not Node.List)
        {
            return [new(null, PersonText.Question(node, what, findings))];
        }

        var items = node.AsList(what, findings)?.Items ?? [];
        List<Wording> wordings = [];
        for (var i = 0; i < items.Count; i++)
        {
            var last = i == items.Count - 1;
            var fields = Fields.Of(items[i], what, findings, "when", "text");
            var text = PersonText.Question(fields?.Need("text"), what, findings);
            var when = fields?.Find("when");
            if (fields is not null && last != when is null)
            {
                findings.Add(items[i].Line, last
                    ? $"the last text of {what} must stand without \"when\", for whom no other fits"
                    : $"only the last text of {what} may stand without \"when\": those below it would never be shown");
            }

            // Where an earlier text always fits first, the sets that are left hold none for this one.
            var condition = _conditions.Read(when, reach);
            reach = condition is null ? reach : reach.Except(condition);
            wordings.Add(new(condition, text));
        }

        return wordings;
    }
}
