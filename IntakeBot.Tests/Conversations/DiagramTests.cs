using IntakeBot.Core.Conversations;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Conversations;

public sealed class DiagramTests
{
    [Fact]
    public void The_state_diagram_is_the_approved_one() => Approved.Matches(Conversation.Diagram(), "docs", "conversation.mmd");
}
