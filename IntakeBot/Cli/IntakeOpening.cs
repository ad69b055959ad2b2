using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>
/// One intake as this member sees it; <paramref name="Reading"/> is null where it is not for this member, or its stanza is damaged, or
/// it was erased.
/// </summary>
internal sealed record IntakeOpening(Place Place, IntakeReading? Reading)
{
    /// <summary>The day on which the person asked to erase it, or a colleague removed it; null where nobody did.</summary>
    public Day? Erased { get; init; }

    public override string ToString() => $"Intake {Place}";
}
