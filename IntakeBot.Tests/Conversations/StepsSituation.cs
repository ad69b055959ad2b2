using IntakeBot.Core.Conversations;

namespace IntakeBot.Tests.Conversations;

/// <summary>A screen on which something may be said.</summary>
/// <param name="Name">For who reads the table.</param>
/// <param name="Current">The screen as it stands.</param>
/// <param name="Handle">What comes of it, each time from the same place.</param>
internal sealed record StepsSituation(string Name, Func<Turn> Current, Func<Said, Turn> Handle)
{
    public static StepsSituation Of(string name, Func<Conversation> at) => new(name, () => at().Current(), said => at().Handle(said));

    public static StepsSituation Of(string name, Func<Visit> at) => new(name, () => at().Current(), said => at().Handle(said));
}
