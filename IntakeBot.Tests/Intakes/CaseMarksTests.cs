using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Intakes;

public sealed class CaseMarksTests
{
    private const string Whole =
        "danger.not_now who.me age.adult health.none free.yes made.none sentback.no held.no papers.have want.talk where.china window.any helper.anyone";

    [Fact]
    public void A_whole_intake_has_no_mark() => Assert.Empty(new Told(Whole).Marks);

    [Fact]
    public void Who_stopped_before_the_last_question_is_partial() => Assert.Equal([CaseMark.Partial], new Told("danger.today who.me").Marks);

    [Fact]
    public void A_question_that_is_not_asked_is_not_missed() =>
        Assert.DoesNotContain(CaseMark.Partial, new Told(Whole.Replace("who.me age.adult", "who.child_alone child_reg.no child_school.yes", StringComparison.Ordinal)).Marks);

    [Fact]
    public void An_answer_to_what_was_never_asked_does_not_fit() => Assert.Equal([CaseMark.Impossible], new Told(Whole + " child_reg.no").Marks);

    [Fact]
    public void A_slot_that_opens_as_no_answer_does_not_fit() => Assert.Equal([CaseMark.Impossible], new Told(Whole).With(Slot.Question(1), Told.Unreadable).Marks);

    [Fact]
    public void A_slot_that_does_not_open_was_tampered_with() => Assert.Equal([CaseMark.Tampered], new Told(Whole).With(Slot.Question(3), null).Marks);

    [Fact]
    public void Without_a_heading_nothing_is_known_but_that_it_was_tampered_with() => Assert.Equal([CaseMark.Tampered], new Told(Whole).With(Slot.Heading, null).Marks);

    [Fact]
    public void Another_questionnaire_is_said_and_nothing_else_is_judged() => Assert.Equal([CaseMark.OtherQuestionnaire], new Told(Whole, otherQuestionnaire: true).Marks);

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, CaseMark.Busy)]
    [InlineData(2, CaseMark.Flood)]
    public void How_busy_it_was_is_marked(byte burst, CaseMark? mark) =>
        Assert.Equal(mark is { } m ? [m] : [], new Told(Whole).Begun(burst).Marks);

    [Theory]
    [InlineData("who.me_and_child", true)]
    [InlineData("who.child_alone", true)]
    [InlineData("age.under_18", true)]
    [InlineData("who.me age.adult", false)]
    [InlineData("", false)]
    public void A_child_is_found(string said, bool isChild) => Assert.Equal(isChild, ChildFact.IsAboutChild(new Told(said).Reading));

    [Fact]
    public void The_answers_that_say_child_are_in_the_shipped_questionnaire()
    {
        var all = ShippedQuestionnaire.Value.Forms.SelectMany(f => f.Questions).SelectMany(q => q.Options.Select(o => new OptionName(q.Id, o.Id))).ToHashSet();

        Assert.Subset(all, ChildFact.Answers.ToHashSet());
    }

    [Theory]
    [InlineData("morning", "06:00", "10:00")]
    [InlineData("day", "10:00", "18:00")]
    [InlineData("evening", "18:00", "22:00")]
    [InlineData("night", "22:00", "06:00")]
    public void Every_part_of_the_day_of_the_shipped_questionnaire_has_hours(string option, string from, string until)
    {
        Assert.Contains(new OptionName("window", option), ShippedQuestionnaire.Value.Main.SafeTimes);
        Assert.Equal(new SafeWindow(TimeOnly.Parse(from, null), TimeOnly.Parse(until, null)), SafeWindow.Of(option));
    }

    [Theory]
    [InlineData("night", "2026-11-30T15:00:00Z", true)]
    [InlineData("night", "2026-11-30T22:00:00Z", false)]
    [InlineData("evening", "2026-11-30T10:00:00Z", true)]
    [InlineData("evening", "2026-11-30T09:59:00Z", false)]
    public void Whether_it_is_that_time_for_her_now(string option, string now, bool isOpen) =>
        Assert.Equal(isOpen, SafeWindow.Of(option)!.IsOpenAt(DateTimeOffset.Parse(now, null)));

    [Fact]
    public void Her_hours_are_told_in_the_clock_of_the_desk()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("west", TimeSpan.FromHours(-5), null, null);

        Assert.Equal(new SafeWindow(new(5, 0), new(9, 0)), SafeWindow.Of("evening")!.In(zone, DateTimeOffset.UnixEpoch));
    }
}
