using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Cli;

/// <summary>One intake as this member sees it; <paramref name="Reading"/> is null where it is not for this member, or its stanza is damaged.</summary>
internal sealed record IntakeOpening(Place Place, IntakeReading? Reading)
{
    public override string ToString() => $"Intake {Place}";
}
