using IntakeBot.Core.Intakes;

namespace IntakeBot.Core.Conversations;

/// <summary>What follows from one thing said: what to seal, where the walk then stands, what to show.</summary>
public sealed record Turn
{
    public required Deed Deed { get; init; }

    public required Screen Screen { get; init; }

    /// <summary>Set for <see cref="Deed.Begin"/>, <see cref="Deed.Finish"/> and <see cref="Deed.Commit"/>.</summary>
    public Walk? Walk { get; init; }

    public IReadOnlyList<SlotWrite> Seal { get; init; } = [];

    /// <summary>In a mailbox: what is looked at then; null where it is left.</summary>
    public VisitView? View { get; init; }

    public override string ToString() => $"Turn {Deed}";
}
