namespace IntakeBot.Core.Questionnaires;

/// <summary>Which sets of flags can be raised at one point of a form, whatever was answered or skipped before it.</summary>
internal sealed class Reach
{
    private const int MostSets = 4096;

    /// <summary>Null where there are more than are worth following: then any set is taken as possible.</summary>
    private readonly HashSet<Flags>? _sets;

    private Reach(Flags raised, HashSet<Flags>? sets) => (Raised, _sets) = (raised, sets);

    public static Reach Start { get; } = new(Flags.None, [Flags.None]);

    /// <summary>Every flag that an earlier question can raise.</summary>
    public Flags Raised { get; }

    public bool CanHold(Condition condition) =>
        (condition.All.Bits & condition.None.Bits) == 0 && (_sets is null || _sets.Any(condition.Holds));

    /// <summary>What is left of it where the condition holds.</summary>
    public Reach Where(Condition? condition) =>
        condition is null ? this : new(Raised, _sets?.Where(condition.Holds).ToHashSet());

    /// <summary>What is left of it where the condition does not hold.</summary>
    public Reach Except(Condition condition) =>
        new(Raised, _sets?.Where(s => !condition.Holds(s)).ToHashSet());

    /// <summary>What it becomes when this question was passed: not asked, skipped, or answered in any way.</summary>
    public Reach After(Question question)
    {
        var asked = Where(question.When)._sets;
        var raised = question.Options.Aggregate(Raised, (all, option) => all.With(option.Raises));
        if (_sets is null || asked is null)
        {
            return new(raised, null);
        }

        HashSet<Flags> answered = [.. asked];
        foreach (var option in question.Options.OrderBy(o => o.Alone))
        {
            answered.UnionWith([.. (question.Many && !option.Alone ? answered : asked).Select(s => s.With(option.Raises))]);
        }

        answered.UnionWith(_sets);
        return new(raised, answered.Count > MostSets ? null : answered);
    }
}
