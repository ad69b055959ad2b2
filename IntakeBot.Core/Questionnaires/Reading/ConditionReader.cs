namespace IntakeBot.Core.Questionnaires;

/// <summary>Reads <c>when</c>: a flag, "not" and a flag, or a list of these, all of which must hold.</summary>
internal sealed class ConditionReader(FlagNames flags, Findings findings)
{
    private const string Not = "not ";

    /// <summary>Returns null where there is no condition, or one that was reported.</summary>
    public Condition? Read(Node? node, Reach reach)
    {
        if (node is null || Items(node) is not { } items)
        {
            return null;
        }

        var condition = new Condition(Flags.None, Flags.None);
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (item.AsText("when", findings) is not { } text || Find(text, reach) is not { } flag)
            {
                return null;
            }

            if (!seen.Add(text.Value))
            {
                findings.Add(text.Line, $"when says {text} twice: keep one");
            }

            condition = IsNegated(text)
                ? condition with { None = condition.None.With(flag) }
                : condition with { All = condition.All.With(flag) };
        }

        if (reach.CanHold(condition))
        {
            return condition;
        }

        findings.Add(node.Line, "this when never applies, whatever was answered before: correct or remove it");
        return null;
    }

    private IReadOnlyList<Node>? Items(Node node) => node is Node.Text ? [node] : node.AsList("when", findings)?.Items;

    private Flags? Find(Node.Text text, Reach reach)
    {
        var name = IsNegated(text) ? text.Value[Not.Length..].Trim() : text.Value;
        if (flags.Use(name) is { } flag && reach.Raised.Has(flag))
        {
            return flag;
        }

        findings.Add(text.Line, $"no earlier question raises what when {text} asks for: correct it, or let an option raise it");
        return null;
    }

    private static bool IsNegated(Node.Text text) => text.Value.StartsWith(Not, StringComparison.Ordinal);
}
