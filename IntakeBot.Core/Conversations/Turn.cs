using IntakeBot.Core.Intakes;

namespace IntakeBot.Core.Conversations;

/// <summary>What follows from one thing said: what to seal, where the walk then stands, what to show.</summary>
public sealed record Turn
{
    public required Deed Deed { get; init; }

    public required Screen Screen { get; init; }

    /// <summary>Set for <see cref="Deed.Begin"/> and <see cref="Deed.Commit"/>.</summary>
    public Walk? Walk { get; init; }

    public IReadOnlyList<SlotWrite> Seal { get; init; } = [];

    public override string ToString() => $"Turn {Deed}";
}
