namespace IntakeBot.Core.Questionnaires;

/// <summary>The flags by name; a flag's bit is its place in the order in which <c>questionnaire.yaml</c> first raises them.</summary>
internal sealed class FlagNames(Findings findings)
{
    /// <summary>The bit that is left is <see cref="Flags.NoteGiven"/>.</summary>
    public const int Most = 31;

    private readonly List<(string Name, int Line)> _names = [];
    private Flags _used;

    public Flags Raise(Node node)
    {
        if (new UniqueIds("flag", findings).Take(node) is not { } name)
        {
            return Flags.None;
        }

        if (Find(name) is { } known)
        {
            return known;
        }

        if (_names.Count == Most)
        {
            findings.Add(node.Line, $"flag \"{name}\" is one more than the {Most} there may be: raise one that exists, or none");
            return Flags.None;
        }

        _names.Add((name, node.Line));
        return new(1u << (_names.Count - 1));
    }

    /// <summary>The flag of that name, for a condition; null where no option raises it.</summary>
    public Flags? Use(string name)
    {
        var flag = Find(name);
        _used = _used.With(flag ?? Flags.None);
        return flag;
    }

    /// <summary>A flag is a remembered answer, so one that nothing needs must not be raised.</summary>
    public void ReportUnused()
    {
        foreach (var (name, line) in _names.Where(n => !_used.Has(Find(n.Name)!.Value)))
        {
            findings.Add(line, $"flag \"{name}\" is raised, but no later \"when\" needs it: remove it, for it would be remembered in vain");
        }
    }

    private Flags? Find(string name) => _names.FindIndex(n => n.Name == name) is >= 0 and var bit ? new(1u << bit) : null;
}
