namespace IntakeBot.Core.Questionnaires;

/// <summary>Holds where every flag of <paramref name="All"/> is raised and none of <paramref name="None"/>.</summary>
public sealed record Condition(Flags All, Flags None)
{
    public bool Holds(Flags flags) => flags.Has(All) && (flags.Bits & None.Bits) == 0;
}
