namespace IntakeBot.Core.Questionnaires;

/// <summary>Reads <c>triage</c> and <c>safe_times</c> of a form whose questions were read, and refuses a rule that could never change a level.</summary>
internal sealed class TriageReader(OptionNameReader names, Level least, Findings findings)
{
    public IReadOnlyList<TriageRule> Rules(Node? node) =>
        [.. (node?.AsList("triage", findings)?.Items ?? []).Select(Rule).OfType<TriageRule>()];

    public IReadOnlyList<OptionName> SafeTimes(Node? node) => [.. (names.Read(node, "safe_times") ?? []).Select(n => n.Name)];

    private TriageRule? Rule(Node node)
    {
        var fields = Fields.Of(node, "a rule of triage", findings, "level", "all");
        var level = fields?.Need("level");
        var all = fields?.Need("all");
        var rule = LevelReader.Read(level, findings);
        if (names.Read(all, "all") is not { } read || level is null)
        {
            return null;
        }

        if (all is Node.List { Items.Count: 1 })
        {
            findings.Add(all.Line, "all names one answer only: write the level at that option");
        }

        foreach (var several in read.GroupBy(n => n.Name.Question).Where(g => g.Count() > 1 && g.Any(GoesWithNoOther)))
        {
            findings.Add(all!.Line, $"all names answers to {several.Key} that do not go together: keep one");
        }

        if (rule != Level.U4 && read.Select(LevelOf).Append(least).Max() is var own && own >= rule)
        {
            findings.Add(level.Line, $"level {rule} says nothing new: one of these answers, or the form, is {own} already; raise it, or remove the rule");
        }

        return new() { Level = rule, All = [.. read.Select(n => n.Name)] };
    }

    private static bool GoesWithNoOther((OptionName Name, Question Question) named) => !named.Question.Many || OptionOf(named).Alone;

    private static Level LevelOf((OptionName Name, Question Question) named) => OptionOf(named).Level;

    private static Option OptionOf((OptionName Name, Question Question) named) => named.Question.Options.First(o => o.Id == named.Name.Option);
}
