using System.Numerics;
using IntakeBot.Core.Conversations;
using IntakeBot.Core.Intakes;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Conversations;

/// <summary>
/// How often she has to press, over every path through the shipped questionnaire: each question answered with each of its options, or
/// skipped; in a question of many, up to so many boxes ticked and Next. Counted is every press from the screen of S01 up to and
/// with Done: answers, Skip, boxes, Next, and "Go on" at the danger screen. Back, Hide and Erase are not on a path.
/// See docs/decisions/0010-presses.md.
/// </summary>
public sealed class PressCountTests
{
    [Theory]
    [InlineData(0, 16)]
    [InlineData(1, 18)]
    [InlineData(2, 20)]
    public void The_longest_path_has_sixteen_presses_and_one_more_for_each_box_ticked(int boxes, int presses) =>
        Assert.Equal(presses, new Paths(boxes).Longest(Begin()));

    [Theory]
    [InlineData(0, 15)]
    [InlineData(1, 17)]
    public void In_danger_today_the_longest_path_is_one_press_shorter(int boxes, int presses) =>
        Assert.Equal(presses, 1 + new Paths(boxes).Longest(After(Begin(), new Said.Choose(0))));

    [Fact]
    public void Who_skips_everything_presses_fourteen_times()
    {
        var walk = Begin();
        var presses = 0;
        while (walk.Stage is Stage.Asking)
        {
            walk = After(walk, new Said.Press(Command.Skip));
            presses++;
        }

        Assert.Equal(14, presses + 1);
    }

    /// <summary>That nothing was left out of the count: all paths without boxes, multiplied out by hand from the table of questions.</summary>
    [Fact]
    public void Every_path_was_counted()
    {
        // Options and Skip of each question: S04 to S09, then S12 to S15. Of S06 and S12 only the one that stands alone, and Skip.
        const long Before = 6 * 4 * 2 * 4 * 3 * 4;
        const long Behind = 2 * 5 * 7 * 4;
        const long Child = 5 * 5;
        const long Age = 3;
        const long Calm = 3 * ((3 * Age) + (Age * Child) + Child);
        const long Today = (4 * Age) + 1;

        Assert.Equal((Calm + Today) * Before * Behind, new Paths(0).Count(Begin()));
    }

    private static Walk Begin() =>
        Conversation.AtGate(ShippedQuestionnaire.Value, Gate.Consent, 0).Handle(new Said.Press(Command.Consent)).Walk!.Value;

    private static Walk After(Walk walk, Said said) => Conversation.AtWalk(ShippedQuestionnaire.Value, walk).Handle(said).Walk!.Value;

    /// <summary>Follows the buttons that stand on the screens; two walks that differ only in the commits made go on alike.</summary>
    private sealed class Paths(int boxes)
    {
        private readonly Dictionary<Walk, (int Longest, long Count)> _known = [];

        public int Longest(Walk walk) => From(walk).Longest;

        public long Count(Walk walk) => From(walk).Count;

        private (int Longest, long Count) From(Walk walk)
        {
            walk = walk with { Commits = 1 };
            if (_known.TryGetValue(walk, out var known))
            {
                return known;
            }

            var (longest, count) = (0, 0L);
            foreach (var said in Conversation.AtWalk(ShippedQuestionnaire.Value, walk).Current().Screen.Rows.SelectMany(r => r).Select(b => OptionCode.Read(b.Option)!).Where(s => IsOnward(s, walk)))
            {
                var turn = Conversation.AtWalk(ShippedQuestionnaire.Value, walk).Handle(said);
                Assert.True(turn.Deed is Deed.Commit or Deed.Finish, "every button leads on");
                var rest = turn.Deed is Deed.Finish ? (Longest: 0, Count: 1L) : From(turn.Walk!.Value);
                (longest, count) = (Math.Max(longest, 1 + rest.Longest), count + rest.Count);
            }

            return _known[walk] = (longest, count);
        }

        private bool IsOnward(Said said, Walk walk) => said switch
        {
            Said.Toggle toggle => toggle.On && BitOperations.PopCount(walk.Toggles) < boxes,
            Said.Press press => press.Command is not (Command.Hide or Command.Back or Command.Erase or Command.More or Command.Numbers),
            _ => true,
        };
    }
}
