using CsCheck;
using IntakeBot.Core.Conversations;
using IntakeBot.Core.Intakes;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Conversations;

/// <summary>What holds for every walk, whatever is pressed in whatever order.</summary>
public sealed class ConversationLaws
{
    private static readonly Gen<Said> AnySaid = Gen.OneOf<Said>(
        Gen.Byte.Select(b => OptionCode.Read(b) ?? new Said.Other()),
        Gen.Int[0, 5].Select(Said (i) => new Said.Choose(i)),
        Gen.OneOf([.. Enum.GetValues<Command>().Where(c => c is not Command.None).Select(c => Gen.Const(c))]).Select(Said (c) => new Said.Press(c)),
        Gen.Const<Said>(new Said.Start()));

    [Fact]
    public void Every_walk_keeps_the_invariants() => AnySaid.List[0, 60].Sample(
        said =>
        {
            var walk = Begin();
            var answered = new Dictionary<Slot, Answer>();
            foreach (var each in said)
            {
                var turn = Conversation.AtWalk(ShippedQuestionnaire.Value, walk).Handle(each);
                Check(turn);
                switch (turn.Deed)
                {
                    case Deed.Commit:
                        Assert.True(turn.Seal.Count <= 1, "one press changes at most one slot");
                        Assert.Equal(walk.Commits + 1, turn.Walk!.Value.Commits);
                        Assert.Equal(Gate.Last + turn.Walk.Value.Commits, turn.Screen.Step);
                        foreach (var write in turn.Seal)
                        {
                            answered[write.Slot] = Answer.Decode(write.Payload.Span)!;
                        }

                        walk = turn.Walk.Value;
                        break;
                    case Deed.Finish:
                        CheckFinish(turn, answered);
                        return;
                    default:
                        Assert.Empty(turn.Seal);
                        break;
                }
            }
        },
        iter: 5000);

    [Fact]
    public void A_press_on_the_screen_it_stands_on_is_never_lost() => AnySaid.List[0, 40].Sample(
        said =>
        {
            var walk = Begin();
            foreach (var each in said)
            {
                var screen = Conversation.AtWalk(ShippedQuestionnaire.Value, walk).Current().Screen;
                Assert.All(
                    screen.Rows.SelectMany(r => r).Where(b => b.Option is not ((byte)Command.Erase or (byte)Command.More or (byte)Command.Numbers)),
                    button => Assert.NotEqual(
                        Deed.None, Conversation.AtWalk(ShippedQuestionnaire.Value, walk).Handle(OptionCode.Read(button.Option)!).Deed));
                walk = Conversation.AtWalk(ShippedQuestionnaire.Value, walk).Handle(each).Walk ?? walk;
            }
        },
        iter: 500);

    [Fact]
    public void What_is_typed_changes_nothing_and_brings_the_same_buttons()
    {
        var conversation = Conversation.AtWalk(ShippedQuestionnaire.Value, Begin());
        var before = conversation.Current();

        var turn = conversation.Handle(new Said.Other());

        Assert.Equal(Deed.None, turn.Deed);
        Assert.Equal(before.Screen.Rows.Select(r => r.ToList()), turn.Screen.Rows.Select(r => r.ToList()));
        Assert.EndsWith(before.Screen.Text, turn.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Danger_today_is_sealed_before_the_danger_screen_is_shown()
    {
        var turn = Conversation.AtWalk(ShippedQuestionnaire.Value, Begin()).Handle(new Said.Choose(0));

        Assert.Equal(new Answer.One(0), Answer.Decode(Assert.Single(turn.Seal).Payload.Span));
        Assert.Equal(Stage.Danger, turn.Walk!.Value.Stage);
        Assert.StartsWith("We have it.", turn.Screen.Text, StringComparison.Ordinal);
    }

    private static Walk Begin() =>
        Conversation.AtGate(ShippedQuestionnaire.Value, Gate.Consent, 0).Handle(new Said.Press(Command.Consent)).Walk!.Value;

    private static void Check(Turn turn)
    {
        var buttons = turn.Screen.Rows.SelectMany(r => r).ToList();
        Assert.InRange(turn.Screen.Text.Length, 1, 4096);
        Assert.All(buttons, b => Assert.NotNull(OptionCode.Read(b.Option)));
        if (turn.Deed is Deed.Hide)
        {
            Assert.Equal(Gate.Cover, turn.Screen.Step);
            return;
        }

        Assert.Equal((byte)Command.Hide, turn.Screen.Rows[0].Single().Option);
        Assert.InRange(buttons.Count(b => b.Option < 96), 0, 6);
        if (buttons.Any(b => b.Option < 96))
        {
            Assert.Contains(buttons, b => b.Option is (byte)Command.Skip or (byte)Command.Next);
        }
    }

    private static void CheckFinish(Turn turn, Dictionary<Slot, Answer> answered)
    {
        var emptied = turn.Seal.Select(w => w.Slot).ToHashSet();
        Assert.All(turn.Seal, w => Assert.IsType<Answer.Empty>(Answer.Decode(w.Payload.Span)));
        Assert.Equal(Slot.All.Count() - 1, emptied.Union(answered.Keys).Count());
        Assert.DoesNotContain(Slot.Heading, emptied);
        Assert.True(turn.Screen.Step > Gate.Last, "who gave no number yet may press again");
    }
}
