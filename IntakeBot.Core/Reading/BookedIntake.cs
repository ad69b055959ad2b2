using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>An intake as it was opened, and the last day on which the server keeps it; of one that was erased, that the tombstone is kept.</summary>
public sealed record BookedIntake(IntakeOpening Opening, Day KeptUntil)
{
    public override string ToString() => Opening.ToString();
}
