using IntakeBot.Core.Intakes;

namespace IntakeBot.Tests.Intakes;

public sealed class SlotTests
{
    [Fact]
    public void There_are_twenty_slots_and_the_note_in_the_order_of_their_numbers()
    {
        Assert.Equal(Enumerable.Range(0, 21), Slot.All.Select(s => (int)s.Number));
        Assert.Equal(
            "S00 S01 S02 S03 S04 S05 S06 S07 S08 S09 S10 S11 S12 S13 S14 S15 M R1 R2 R3 note",
            string.Join(' ', Slot.All));
    }

    [Fact]
    public void The_named_ones_are_among_them() =>
        Assert.Equal([0, 16, 20, 1, 15], [Slot.Heading.Number, Slot.Mailbox.Number, Slot.Note.Number, Slot.Question(1).Number, Slot.Question(15).Number]);

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(257)]
    public void No_question_has_another_slot(int number) => Assert.Throws<ArgumentOutOfRangeException>(() => Slot.Question(number));

    [Fact]
    public void Nothing_that_was_said_is_in_a_text()
    {
        Assert.Equal("SlotWrite", $"{new SlotWrite(Slot.Question(1), new byte[] { 1, 2 })}");
        Assert.Equal("Walk", $"{new Walk { Form = 1, Language = 2, Stage = Stage.Danger, Commits = 3, ToAsk = 4, Flags = 5, Toggles = 6 }}");
    }
}
