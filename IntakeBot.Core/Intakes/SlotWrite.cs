namespace IntakeBot.Core.Intakes;

/// <summary>What a slot is to hold: at most 31 bytes, or 279 for the note. Never shown: it is what a person said.</summary>
public sealed record SlotWrite(Slot Slot, ReadOnlyMemory<byte> Payload)
{
    public override string ToString() => nameof(SlotWrite);
}
