using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;

namespace IntakeBot.Tests.Intakes;

public sealed class IntakeReadingTests
{
    private static readonly byte[] Hash = new byte[Heading.HashSize];

    private static readonly Form Form = new()
    {
        Id = "f",
        Desk = "hotline",
        Questions = [Question("one", 1, many: false), Question("many", 2, many: true)],
    };

    public static TheoryData<int, byte[], string> Payloads => new()
    {
        { 1, [0], "one Empty " },
        { 1, [3], "one Skipped " },
        { 1, [1, 2], "one One c" },
        { 1, [1, 3], "one Unreadable " },
        { 1, [1, 200], "one Unreadable " },
        { 1, [2, 0, 1], "one Unreadable " },
        { 1, [9], "one Unreadable " },
        { 1, [], "one Unreadable " },
        { 2, [2, 0, 5], "many Set a,c" },
        { 2, [2, 0, 0], "many Set " },
        { 2, [2, 0, 8], "many Unreadable " },
        { 2, [1, 0], "many Unreadable " },
    };

    [Theory]
    [MemberData(nameof(Payloads))]
    public void A_slot_is_read_only_as_its_question_can_be_answered(int slot, byte[] payload, string expected)
    {
        var reading = Read(Slot.Question(slot), payload);

        var answer = reading.Answers.Single(a => a.Slot.Number == slot);
        Assert.Equal(expected, $"{answer.Question} {answer.Kind} {string.Join(',', answer.Options)}");
    }

    [Fact]
    public void A_slot_without_a_question_is_shown_only_when_something_is_in_it()
    {
        Assert.Equal([1, 2], Read(Slot.Question(7), [0]).Answers.Select(a => (int)a.Slot.Number));
        Assert.Equal([1, 2, 7], Read(Slot.Question(7), [1, 0]).Answers.Select(a => (int)a.Slot.Number));
        Assert.Equal([1, 2], Read(Slot.Mailbox, [0]).Answers.Select(a => (int)a.Slot.Number));
    }

    [Fact]
    public void M_names_a_mailbox_or_none_and_anything_else_is_marked()
    {
        var place = Enumerable.Range(1, 16).Select(n => (byte)n).ToArray();

        Assert.Equal(place, Read(Slot.Mailbox, place).Mailbox!.Value.ToArray());
        Assert.DoesNotContain(Read(Slot.Mailbox, place).Answers, a => a.Slot == Slot.Mailbox);
        Assert.Null(Read(Slot.Mailbox, [0]).Mailbox);
        Assert.Null(Read(Slot.Mailbox, null).Mailbox);
        Assert.All((byte[][])[[1, 2], place[1..], [.. place, 0], []], payload =>
        {
            Assert.Null(Read(Slot.Mailbox, payload).Mailbox);
            Assert.Equal(AnswerKind.Unreadable, Read(Slot.Mailbox, payload).Answers.Single(a => a.Slot == Slot.Mailbox).Kind);
        });
    }

    [Fact]
    public void R1_holds_what_she_answered_to_replies_and_anything_else_is_marked()
    {
        var said = ReplyAnswers.With(null, 7, ReplyAnswer.NotNow, 20_780);

        Assert.Equal([(7UL, ReplyAnswer.NotNow)], Read(Slot.Reserved[0], said.Encode()).ReplyAnswers!.Answers);
        Assert.DoesNotContain(Read(Slot.Reserved[0], said.Encode()).Answers, a => a.Slot == Slot.Reserved[0]);
        Assert.Null(Read(Slot.Reserved[0], [0]).ReplyAnswers);
        Assert.DoesNotContain(Read(Slot.Reserved[0], [0]).Answers, a => a.Slot == Slot.Reserved[0]);
        Assert.Equal(AnswerKind.Unreadable, Read(Slot.Reserved[0], [1, 2]).Answers.Single(a => a.Slot == Slot.Reserved[0]).Kind);
    }

    [Fact]
    public void R2_and_R3_are_read_in_the_words_of_the_questionnaire_that_they_name_and_of_no_other()
    {
        var (here, elsewhere) = (Hash, Enumerable.Repeat((byte)1, Heading.HashSize).ToArray());
        string Shown(Slot slot, byte option, byte[] hash) =>
            string.Join(' ', Read(slot, new Addition { Option = option, Day = 9, QuestionnaireHash = hash }.Encode()).Additions.Select(a => $"{a.Slot} {a.Question} {a.Option} {a.Day}"));

        Assert.Equal("R2 one c 9", Shown(Slot.Reserved[1], 2, here));
        Assert.Equal("R3 many a 9", Shown(Slot.Reserved[2], 0, here));
        Assert.Equal("R2   9", Shown(Slot.Reserved[1], 2, elsewhere));
        Assert.Equal("R2   9", Shown(Slot.Reserved[1], 3, here));
        Assert.Empty(Read(Slot.Reserved[1], [0]).Additions);
        Assert.Equal(AnswerKind.Unreadable, Read(Slot.Reserved[2], [1, 2]).Answers.Single(a => a.Slot == Slot.Reserved[2]).Kind);
    }

    [Fact]
    public void A_note_is_read_whatever_the_questionnaire_and_what_is_none_is_marked()
    {
        Assert.Equal("mine", Read(Slot.Note, Note.Of("mine")!.Encode()).Note!.Text);
        Assert.DoesNotContain(Read(Slot.Note, Note.Of("mine")!.Encode()).Answers, a => a.Slot == Slot.Note);
        Assert.Null(Read(Slot.Note, new Answer.Empty().Encode()).Note);
        Assert.DoesNotContain(Read(Slot.Note, new Answer.Empty().Encode()).Answers, a => a.Slot == Slot.Note);
        Assert.All((byte[][])[[3], [1, 0], [0x4E], [0x4E, 0xFF], []], payload =>
        {
            var reading = Read(Slot.Note, payload);
            Assert.Null(reading.Note);
            Assert.Equal(AnswerKind.Unreadable, reading.Answers.Single(a => a.Slot == Slot.Note).Kind);
        });
        var slots = Slots();
        slots[Slot.Note] = Note.Of("mine")!.Encode();
        Assert.Equal("mine", IntakeReading.Of(slots, Questionnaire(), Form, Enumerable.Repeat((byte)1, Heading.HashSize).ToArray()).Note!.Text);
    }

    [Fact]
    public void A_slot_that_did_not_open_is_never_hidden()
    {
        foreach (var slot in Slot.All)
        {
            Assert.Equal(AnswerKind.Tampered, Read(slot, null).Answers.Single(a => a.Slot == slot).Kind);
        }

        Assert.Null(Read(Slot.Heading, null).Heading);
    }

    [Fact]
    public void Under_another_questionnaire_no_answer_is_given_a_meaning()
    {
        var slots = Slots();
        slots[Slot.Question(1)] = [1, 2];

        var reading = IntakeReading.Of(slots, Questionnaire(), Form, Enumerable.Repeat((byte)1, Heading.HashSize).ToArray());

        Assert.False(reading.QuestionnaireOk);
        Assert.Null(reading.Language);
        Assert.Equal("S01  Unreadable", string.Join(' ', reading.Answers.Select(a => $"{a.Slot} {a.Question} {a.Kind}")));
    }

    [Fact]
    public void It_says_nothing_of_itself_to_a_log()
    {
        var reading = Read(Slot.Question(1), [1, 2]);

        Assert.Equal("IntakeReading AnswerReading", $"{reading} {reading.Answers[0]}");
    }

    private static IntakeReading Read(Slot slot, byte[]? payload)
    {
        var slots = Slots();
        slots[slot] = payload;
        return IntakeReading.Of(slots, Questionnaire(), Form, Hash);
    }

    private static Dictionary<Slot, byte[]?> Slots()
    {
        var slots = Slot.All.ToDictionary(s => s, s => (byte[]?)[0]);
        slots[Slot.Heading] = new Heading { QuestionnaireHash = Hash, RosterSerial = 1, Language = 0, Day = 20_000, Burst = 0 }.Encode();
        return slots;
    }

    private static Questionnaire Questionnaire() => new() { Canonical = default, Languages = [], Forms = [Form], Later = Form.Questions };

    private static Question Question(string id, int slot, bool many) => new()
    {
        Id = id,
        Slot = slot,
        Many = many,
        When = null,
        Options = [.. "abc".Select(c => new Option { Id = c.ToString(), Raises = default, Danger = false })],
    };
}
