using IntakeBot.Core.Intakes;

namespace IntakeBot.Core.Sealing;

/// <summary>What came of a staff member's attempt to open one intake.</summary>
public abstract record Opening
{
    private Opening()
    {
    }

    /// <summary>The stanza opened. A slot that did not is null in <paramref name="Slots"/>: tampered with, marked and never hidden.
    /// <paramref name="Case"/> is the caller's to keep and to dispose of.</summary>
    public sealed record Opened(Place Place, IReadOnlyDictionary<Slot, byte[]?> Slots, CaseKey Case) : Opening
    {
        public override string ToString() => $"Opened {Place}";
    }

    /// <summary>Sealed to other keys, or its stanza is damaged: from outside the two look the same.</summary>
    public sealed record NotForUs : Opening;
}
