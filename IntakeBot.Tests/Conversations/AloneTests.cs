using IntakeBot.Core.Conversations;
using IntakeBot.Core.Intakes;
using IntakeBot.Tests.Questionnaires;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Conversations;

/// <summary>S06: three boxes, and "None", which goes with none of them.</summary>
public sealed class AloneTests
{
    private const int Work = 1;
    private const int Body = 2;
    private const int None = 3;

    [Fact]
    public void Only_what_may_be_combined_has_a_box() => Assert.Equal(
        ["☐ Live with someone, no choice", "☐ Work I cannot leave", "☐ With my body or on camera", "None"],
        At(AtMade()).Current().Screen.Rows.Skip(1).Take(4).Select(r => r.Single().Label));

    [Fact]
    public void None_is_the_whole_answer_and_moves_on_at_once()
    {
        var turn = At(AtMade()).Handle(new Said.Choose(None));

        Assert.Equal(new Answer.Set(1 << None), Sealed(turn));
        Assert.StartsWith("Are you afraid", turn.Screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void None_takes_the_place_of_what_was_ticked_in_one_seal()
    {
        var ticked = At(AtMade()).Handle(new Said.Toggle(Work, true));

        var turn = At(ticked.Walk!.Value).Handle(new Said.Choose(None));

        Assert.Equal(new Answer.Set(1 << Work), Sealed(ticked));
        Assert.Equal(new Answer.Set(1 << None), Sealed(turn));
        Assert.Equal(0, turn.Walk!.Value.Toggles);
    }

    [Fact]
    public void A_box_ticked_after_going_back_takes_the_place_of_None()
    {
        var none = At(AtMade()).Handle(new Said.Choose(None));
        var back = At(none.Walk!.Value).Handle(new Said.Press(Command.Back));

        var turn = At(back.Walk!.Value).Handle(new Said.Toggle(Body, true));

        Assert.Equal(new Answer.Set(1 << Body), Sealed(turn));
    }

    [Fact]
    public void What_no_button_says_does_nothing()
    {
        Said[] senseless = [new Said.Toggle(None, true), new Said.Toggle(None, false), new Said.Choose(Work), new Said.Choose(4), new Said.Toggle(4, true)];

        Assert.All(senseless, said => Assert.Equal(Deed.None, At(AtMade()).Handle(said).Deed));
    }

    [Fact]
    public void What_it_raises_counts_for_the_questions_that_follow()
    {
        using var folder = new SmallFolder();
        folder.Plant(SmallFolder.Main, "options: [young, old]", "options: [young, {id: old, alone: true, raises: old}]");
        folder.Plant(SmallFolder.Main, "slot: S04", "slot: S04\n        when: not old");
        var asked = folder.Read().Value!;
        var walk = Conversation.AtGate(asked, Gate.Consent, 0).Handle(new Said.Press(Command.Consent)).Walk!.Value;
        walk = Conversation.AtWalk(asked, walk).Handle(new Said.Choose(1)).Walk!.Value;
        walk = Conversation.AtWalk(asked, walk).Handle(new Said.Choose(0)).Walk!.Value;

        Assert.Equal("Age?", Conversation.AtWalk(asked, walk).Current().Screen.Text);
        Assert.Equal("Finish", Conversation.AtWalk(asked, walk).Handle(new Said.Choose(1)).Screen.Text);
        Assert.Equal("Can you go?", Conversation.AtWalk(asked, walk).Handle(new Said.Press(Command.Skip)).Screen.Text);
    }

    private static Conversation At(Walk walk) => Conversation.AtWalk(ShippedQuestionnaire.Value, walk);

    private static Answer Sealed(Turn turn) => Answer.Decode(Assert.Single(turn.Seal).Payload.Span)!;

    private static Walk AtMade()
    {
        var walk = Conversation.AtGate(ShippedQuestionnaire.Value, Gate.Consent, 0).Handle(new Said.Press(Command.Consent)).Walk!.Value;
        for (var question = 1; question <= 5; question++)
        {
            walk = At(walk).Handle(new Said.Press(Command.Skip)).Walk!.Value;
        }

        return walk;
    }
}
