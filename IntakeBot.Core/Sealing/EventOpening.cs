using IntakeBot.Core.Intakes;

namespace IntakeBot.Core.Sealing;

/// <summary>What came of an attempt to open a row that lies where a case event should be.</summary>
public abstract record EventOpening
{
    private EventOpening()
    {
    }

    /// <summary>
    /// Where <see cref="KnownEvent.IsVerified"/>, the member who is at the author's place of the roster signed it. Else that member is not in the
    /// roster any more, and nobody can check the signature: to be shown with that mark.
    /// </summary>
    public sealed record Opened(KnownEvent Known) : EventOpening
    {
        public override string ToString() => nameof(Opened);
    }

    /// <summary>A byte was changed, it lies where it does not belong, or its author did not sign it: to be shown as damaged, never left out.</summary>
    public sealed record Damaged : EventOpening;
}
