using CsCheck;
using IntakeBot.Core.Conversations;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Conversations;

/// <summary>When words become a note, and that they never do anywhere else.</summary>
public sealed class NoteLaws
{
    private const string Plain = "아이가 아픕니다";

    private static readonly Questionnaire Asked = ShippedQuestionnaire.WithNote;
    private static readonly Language English = Asked.Languages[0];

    private static readonly Walk Finish =
        Conversation.AtGate(Asked, Gate.Consent, 0).Handle(new Said.Press(Command.Consent)).Walk!.Value with { Stage = Stage.Finish, ToAsk = 0 };

    private static readonly Gen<Said> Pressed = Gen.OneOf<Said>(
        Gen.Int[0, 5].Select(Said (i) => new Said.Choose(i)),
        Gen.Select(Gen.Int[0, 5], Gen.Bool).Select(Said (i, on) => new Said.Toggle(i, on)),
        Gen.Bool.Select(Said (skip) => new Said.Press(skip ? Command.Skip : Command.Back)));

    [Fact]
    public void Where_no_note_is_awaited_words_are_as_anything_that_is_no_button()
    {
        var gate = Enumerable.Range(0, Gate.Last).Select(step => Conversation.AtGate(Asked, step, 0));
        var walks = new[] { Finish with { Stage = Stage.Danger }, Finish with { Stage = Stage.Asking, ToAsk = 2 } }.Select(w => Conversation.AtWalk(Asked, w));

        Assert.All([.. gate, .. walks, Conversation.AtWalk(ShippedQuestionnaire.Value, Finish)], conversation =>
        {
            Assert.False(conversation.AwaitsNote);
            var (text, other) = (conversation.Handle(new Said.Text(Plain)), conversation.Handle(new Said.Other()));
            Assert.Equal((Deed.None, other.Screen.Text, other.Screen.Step), (text.Deed, text.Screen.Text, text.Screen.Step));
            Assert.Empty(text.Seal);
            Assert.False(text.Screen.AwaitsNote);
        });
    }

    [Fact]
    public void A_note_that_is_kept_changes_its_slot_and_one_flag()
    {
        var turn = Conversation.AtWalk(Asked, Finish).Handle(new Said.Text($" {Plain}\n"));

        Assert.Equal(Deed.Commit, turn.Deed);
        Assert.Equal(Finish with { Commits = (ushort)(Finish.Commits + 1), Flags = Flags.NoteGiven.Bits }, turn.Walk);
        var write = Assert.Single(turn.Seal);
        Assert.Equal((Slot.Note, Plain), (write.Slot, Note.Decode(write.Payload.Span)!.Text));
        Assert.Equal(English.Screens[ScreenName.NoteTaken], turn.Screen.Text);
        Assert.True(turn.Screen.AwaitsNote);
    }

    [Theory]
    [InlineData("call 01012345678", ScreenName.NoteRefused)]
    [InlineData("   ", ScreenName.NoteRefused)]
    [InlineData(null, ScreenName.NoteTooLong)]
    public void A_note_that_is_refused_changes_nothing_and_is_not_repeated(string? typed, ScreenName line)
    {
        typed ??= string.Concat(Enumerable.Repeat(Plain, 20));
        foreach (var (walk, screen) in new[] { (Finish, ScreenName.Note), (Finish with { Flags = Flags.NoteGiven.Bits }, ScreenName.NoteTaken) })
        {
            var turn = Conversation.AtWalk(Asked, walk).Handle(new Said.Text(typed));

            Assert.Equal((Deed.None, null), (turn.Deed, turn.Walk));
            Assert.Empty(turn.Seal);
            Assert.Equal($"{English.Screens[line]}\n\n{English.Screens[screen]}", turn.Screen.Text);
            Assert.Equal(Conversation.AtWalk(Asked, walk).Current().Screen.Rows.SelectMany(r => r), turn.Screen.Rows.SelectMany(r => r));
        }
    }

    [Fact]
    public void What_is_no_text_is_not_called_a_wrong_button_where_words_are_asked_for() =>
        Assert.StartsWith(English.Screens[ScreenName.NoteTooLong], Conversation.AtWalk(Asked, Finish).Handle(new Said.Other()).Screen.Text, StringComparison.Ordinal);

    [Fact]
    public void Once_given_a_note_is_kept_through_whatever_is_pressed_until_after_Done() => Pressed.List[0, 60].Sample(
        said =>
        {
            var walk = Conversation.AtWalk(Asked, Finish).Handle(new Said.Text(Plain)).Walk!.Value;
            foreach (var each in said)
            {
                var turn = Conversation.AtWalk(Asked, walk).Handle(each);
                Assert.DoesNotContain(turn.Seal, w => w.Slot == Slot.Note);
                walk = turn.Walk ?? walk;
                Assert.True(new Flags(walk.Flags).Has(Flags.NoteGiven));
            }

            var done = Conversation.AtWalk(Asked, walk with { Stage = Stage.Finish, ToAsk = 0 }).Handle(new Said.Press(Command.Done));
            Assert.Equal(Deed.Finish, done.Deed);
            Assert.DoesNotContain(done.Seal, w => w.Slot == Slot.Note);
        },
        iter: 2000);

    [Fact]
    public void Without_one_Done_seals_its_slot_empty_as_ever()
    {
        foreach (var questionnaire in new[] { Asked, ShippedQuestionnaire.Value })
        {
            var done = Conversation.AtWalk(questionnaire, Finish).Handle(new Said.Press(Command.Done));

            Assert.IsType<Answer.Empty>(Answer.Decode(done.Seal.Single(w => w.Slot == Slot.Note).Payload.Span));
        }
    }

    [Fact]
    public void Nothing_of_the_words_is_in_what_the_program_says_of_itself()
    {
        var turn = Conversation.AtWalk(Asked, Finish).Handle(new Said.Text(Plain));

        Assert.Equal("Text Turn Commit SlotWrite Walk", $"{new Said.Text(Plain)} {turn} {turn.Seal[0]} {turn.Walk}");
    }
}
