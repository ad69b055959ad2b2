using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Conversations;

/// <summary>What each thing that may be said does on each screen, as a table that a person has read.</summary>
public sealed class StepsTests
{
    [Fact]
    public void Every_step_is_the_approved_one() => Approved.Matches(StepsPage.Make(), "docs", "steps.md");
}
