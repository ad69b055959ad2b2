using IntakeBot.Core.Intakes;

namespace IntakeBot.Core.Sealing;

/// <summary>A reply that was opened, and how long it is kept.</summary>
public sealed record ShownReply(Reply Reply, Day LastDay, SealedReply Sealed)
{
    /// <summary>Says nothing: it is for one person.</summary>
    public override string ToString() => nameof(ShownReply);
}
