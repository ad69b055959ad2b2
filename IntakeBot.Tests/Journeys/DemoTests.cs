using IntakeBot.Tests.Cli;

namespace IntakeBot.Tests.Journeys;

/// <summary>What <c>./build demo --auto</c> plays, as a newcomer runs it: a real server process, its Exchange, two members and a phone.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task The_whole_circle_is_played_and_compared()
    {
        var run = await CliRun.Of("demo", "--auto");

        Assert.True(run.Code == 0, run.Words);
        Assert.Equal(
            [
                "The server is killed and started again.",
                "What was opened is what was pressed.",
                "Sealed, signed by two and sent to 1.",
                "She came back with her number and read it.",
                "Staff read her answer: yes.",
                "She erased everything by her number, and nothing of it is left.",
            ],
            run.Words.ReplaceLineEndings("\n").TrimEnd().Split('\n'));
    }
}
