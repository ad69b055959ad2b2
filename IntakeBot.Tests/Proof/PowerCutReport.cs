namespace IntakeBot.Tests.Proof;

/// <summary>What simulated power cuts came to.</summary>
/// <param name="Cuts">Simulated.</param>
/// <param name="Acknowledged">Changes that were acknowledged before their cut.</param>
/// <param name="Dropped">Writes that no flush had made certain, and that were left out.</param>
/// <param name="Torn">Writes of which a part was left out.</param>
/// <param name="Lost">Cuts after which something acknowledged was not there.</param>
/// <param name="Half">Cuts after which half a change was there.</param>
/// <param name="Damaged">Cuts after which a row was damaged.</param>
/// <param name="Refused">Cuts after which the store did not open, or took nothing new.</param>
/// <param name="Unmade">The same within a first start, when nothing had been acknowledged yet: nothing is lost, and the operator has to clear the folder.</param>
internal sealed record PowerCutReport(int Cuts, int Acknowledged, int Dropped, int Torn, IReadOnlyList<string> Lost, IReadOnlyList<string> Half, IReadOnlyList<string> Damaged, IReadOnlyList<string> Refused, int Unmade)
{
    public static PowerCutReport Nothing { get; } = new(0, 0, 0, 0, [], [], [], [], 0);

    public static PowerCutReport operator +(PowerCutReport left, PowerCutReport right) => new(
        left.Cuts + right.Cuts, left.Acknowledged + right.Acknowledged, left.Dropped + right.Dropped, left.Torn + right.Torn,
        [.. left.Lost, .. right.Lost], [.. left.Half, .. right.Half], [.. left.Damaged, .. right.Damaged], [.. left.Refused, .. right.Refused], left.Unmade + right.Unmade);
}
