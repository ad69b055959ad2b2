using IntakeBot.Core.Intakes;

namespace IntakeBot.Core.Conversations;

/// <summary>What one thing said would do, before the machine has agreed to it.</summary>
internal sealed record Step(Trigger Trigger)
{
    /// <summary>The walk it leads to, where it leads to one.</summary>
    public Walk? Walk { get; init; }

    /// <summary>The text to read, where it leads to one.</summary>
    public string? Page { get; init; }

    public IReadOnlyList<SlotWrite> Seal { get; init; } = [];

    /// <summary>True where another conversation was left for this one.</summary>
    public bool HasWayBack { get; init; }

    /// <summary>In a mailbox: what is looked at then.</summary>
    public VisitView? View { get; init; }
}
