using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Intakes;

/// <summary>The levels that protection staff worked out, row by row, as the shipped questionnaire says them.</summary>
public sealed class TriageTests
{
    private static readonly Slot Danger = Slot.Question(1);
    private static readonly Slot SentBack = Slot.Question(7);
    private static readonly Slot Urgency = Slot.Reserved[1];
    private static readonly Slot Window = Slot.Reserved[2];

    [Theory]
    [InlineData("danger.today", "U1: danger.today")]
    [InlineData("sentback.soon", "U1: sentback.soon")]
    [InlineData("held.yes", "U1: held.yes")]
    [InlineData("health.baby_pain", "U1: health.baby_pain")]
    [InlineData("health.sick", "U1: health.sick")]
    [InlineData("who.child_alone danger.days", "U1: who.child_alone danger.days, U2: danger.days, U2: who.child_alone")]
    [InlineData("danger.days", "U2: danger.days")]
    [InlineData("made.body", "U2: made.body")]
    [InlineData("free.no", "U2: free.no")]
    [InlineData("age.under_18", "U2: age.under_18")]
    [InlineData("who.child_alone", "U2: who.child_alone")]
    [InlineData("who.me_and_child danger.days", "U2: danger.days")]
    [InlineData("health.baby", "U2: health.baby")]
    [InlineData("papers.kept", "U2: papers.kept")]
    [InlineData("child_school.no_papers", "U3: child_school.no_papers")]
    [InlineData("child_school.no_other", "U3: child_school.no_other")]
    [InlineData("child_reg.no", "U3: child_reg.no")]
    [InlineData("child_reg.afraid", "U3: child_reg.afraid")]
    [InlineData("child_reg.unknown", "U3: child_reg.unknown")]
    [InlineData("want.talk want.child", "U3: want.child")]
    [InlineData("papers.none", "U3: papers.none")]
    [InlineData("health.medicine", "U3: health.medicine")]
    [InlineData("free.with_someone", "U3: free.with_someone")]
    [InlineData("", "U4")]
    [InlineData("danger.not_now who.me age.adult health.none free.yes made.none sentback.no held.no papers.have want.talk where.china window.any helper.anyone", "U4")]
    [InlineData("papers.none free.no made.live made.body held.yes", "U1: held.yes, U2: free.no, U2: made.body, U3: papers.none")]
    public void The_highest_of_all_reasons_wins(string answers, string expected) => Assert.Equal(expected, Shown(new Told(answers).Triage));

    [Theory]
    [InlineData("", "U3: ")]
    [InlineData("harm.money harm_danger.not_now harm_who.chat harm_still.yes harm_age.adult harm_want.stop", "U3: ")]
    [InlineData("harm.threat harm.told", "U3: ")]
    [InlineData("harm.body", "U2: harm.body, U3: ")]
    [InlineData("harm.hurt", "U2: harm.hurt, U3: ")]
    [InlineData("harm_age.under_18", "U2: harm_age.under_18, U3: ")]
    [InlineData("harm_danger.days", "U2: harm_danger.days, U3: ")]
    [InlineData("harm_danger.today harm.money", "U1: harm_danger.today, U3: ")]
    public void A_complaint_has_levels_of_its_own_and_is_never_below_U3(string answers, string expected) =>
        Assert.Equal(expected, Shown(new Told(answers, ShippedQuestionnaire.Value.Complaint).Triage));

    [Theory]
    [InlineData("", "danger.today", "U1: danger.today")]
    [InlineData("danger.not_now", "danger.days", "U2: danger.days")]
    [InlineData("danger.today", "danger.not_now", "U1: danger.today")]
    [InlineData("danger.today", "danger.today", "U1: danger.today")]
    [InlineData("who.child_alone", "danger.days", "U1: who.child_alone danger.days, U2: danger.days, U2: who.child_alone")]
    public void What_she_adds_later_may_raise_the_level_and_never_lowers_it(string answers, string later, string expected) =>
        Assert.Equal(expected, Shown(new Told(answers).Later(later).Triage));

    [Fact]
    public void A_spoiled_slot_is_marked_with_the_worst_that_it_may_have_said()
    {
        Assert.Equal("U4 may be U1 S07", Marked(new Told("danger.not_now").With(SentBack, null)));
        Assert.Equal("U4 may be U1 S07", Marked(new Told("danger.not_now").With(SentBack, Told.Unreadable)));
        Assert.Equal("U2 may be U2 S09", Marked(new Told("free.no").With(Slot.Question(9), null)));
        Assert.Equal("U2 may be U1 S01", Marked(new Told("who.child_alone").With(Danger, null)));
        Assert.Equal("U2 may be U1 S02", Marked(new Told("danger.days").With(Slot.Question(2), null)));
        Assert.Equal("U4 may be U1 R2", Marked(new Told().With(Urgency, null)));
        Assert.Equal("U4 may be U1 R2", Marked(new Told().Later("danger.not_now", otherQuestionnaire: true)));
        Assert.Equal("U4 may be U4 R3", Marked(new Told().With(Window, null)));
        Assert.Equal("U4 may be U4 ", Marked(new Told().With(Slot.Note, null).With(Slot.Mailbox, null).With(Slot.Reserved[0], null)));
        Assert.Equal("U3 may be U2 S01", Marked(new Told(form: ShippedQuestionnaire.Value.Complaint).With(Slot.Question(1), null)));
    }

    [Fact]
    public void What_this_questionnaire_cannot_read_may_be_anything()
    {
        Assert.Equal("U4 may be U1 S01", Marked(new Told("danger.not_now", otherQuestionnaire: true)));
        Assert.Equal("U4 may be U1 S00, S01", Marked(new Told("danger.not_now").With(Slot.Heading, null)));
        Assert.Equal("U1 may be U1 S00, S01", Marked(new Told("danger.not_now").With(Slot.Heading, Told.Unreadable).Later("danger.today")));
    }

    [Fact]
    public void Also_where_this_questionnaire_has_no_level_at_all()
    {
        var bare = ShippedQuestionnaire.Value.Main with
        {
            Triage = [],
            Questions = [.. ShippedQuestionnaire.Value.Main.Questions.Select(q => q with { Options = [.. q.Options.Select(o => o with { Level = Level.U4 })] })],
        };
        var noLater = ShippedQuestionnaire.Value with { Later = [] };

        Assert.Equal("U4 may be U4 ", Marked(new Told("danger.today", bare)));
        Assert.Equal("U4 may be U4 S01", Marked(new Told(form: bare).With(Danger, null)));
        Assert.Equal("U4 may be U1 ", Marked(new Told(form: bare, otherQuestionnaire: true)));
        Assert.Equal("U4 may be U1 R2", Marked(new Told(form: bare) { Questionnaire = noLater }.With(Urgency, Told.Addition(0))));
    }

    [Theory]
    [InlineData("danger.today", null, true)]
    [InlineData("danger.today window.unknown", null, true)]
    [InlineData("danger.today window.night", null, false)]
    [InlineData("danger.today window.any", null, false)]
    [InlineData("danger.days", null, false)]
    [InlineData("", null, false)]
    [InlineData("danger.today", "window.evening", false)]
    [InlineData("danger.today window.night", "window.unknown", true)]
    [InlineData("window.night", "danger.today", false)]
    [InlineData("", "danger.today", true)]
    public void In_danger_today_and_without_a_safe_time_only_a_neutral_line_is_safe(string answers, string? later, bool expected) =>
        Assert.Equal(expected, (later is null ? new Told(answers) : new Told(answers).Later(later)).Triage.NeutralOnly);

    [Fact]
    public void A_safe_time_that_cannot_be_read_is_none_and_a_danger_that_cannot_be_read_is_one()
    {
        Assert.True(new Told("danger.today window.night").With(Slot.Question(14), null).Triage.NeutralOnly);
        Assert.True(new Told("danger.today window.night").With(Window, null).Triage.NeutralOnly);
        Assert.True(new Told("danger.today window.night").Later("window.day", otherQuestionnaire: true).Triage.NeutralOnly);
        Assert.True(new Told("danger.not_now").With(Danger, null).Triage.NeutralOnly);
        Assert.True(new Told("danger.not_now", otherQuestionnaire: true).Triage.NeutralOnly);
        Assert.True(new Told("harm_danger.today", ShippedQuestionnaire.Value.Complaint).Triage.NeutralOnly);
        Assert.False(new Told("danger.not_now window.night").With(SentBack, null).Triage.NeutralOnly);
    }

    [Fact]
    public void Staff_read_U1_first_and_then_what_may_be_U1()
    {
        (string Name, Told Told)[] queue =
        [
            ("talk", new("danger.not_now")), ("needs", new("papers.none")), ("spoiled talk", new Told().With(SentBack, null)), ("soon", new("free.no")),
            ("now", new("held.yes")), ("spoiled soon", new Told("free.no").With(SentBack, null)), ("other", new("free.no", otherQuestionnaire: true)),
        ];

        Assert.Equal(
            "now, spoiled soon, spoiled talk, other, soon, needs, talk",
            string.Join(", ", queue.OrderBy(q => q.Told.Triage, Triage.MostUrgentFirst).Select(q => q.Name)));
    }

    [Fact]
    public void It_says_nothing_of_itself_to_a_log()
    {
        var triage = new Told("held.yes").Triage;

        Assert.Equal("Triage TriageReason", $"{triage} {triage.Reasons[0]}");
    }

    [Theory]
    [InlineData(Level.U1, "2024-10-04T00:30")]
    [InlineData(Level.U2, "2024-10-04T12:00")]
    [InlineData(Level.U3, "2024-10-07T00:00")]
    [InlineData(Level.U4, "2024-10-11T00:00")]
    public void A_promise_counts_from_the_first_moment_of_the_day_that_alone_is_known(Level level, string due) =>
        Assert.Equal(DateTimeOffset.Parse($"{due}Z", System.Globalization.CultureInfo.InvariantCulture), Promise.Due(level, 20_000));

    private static string Shown(Triage triage)
    {
        Assert.Equal((triage.Level, 0), (triage.MayBe, triage.Unread.Count));
        Assert.Equal(triage.Level, triage.Reasons.Count == 0 ? Level.U4 : triage.Reasons[0].Level);
        return triage.Reasons.Count == 0 ? $"{triage.Level}" : string.Join(", ", triage.Reasons
            .OrderByDescending(r => r.Level).ThenByDescending(r => r.Answers.Count).ThenBy(r => string.Join(' ', r.Answers), StringComparer.Ordinal)
            .Select(r => $"{r.Level}: {string.Join(' ', r.Answers)}"));
    }

    private static string Marked(Told told) => $"{told.Triage.Level} may be {told.Triage.MayBe} {string.Join(", ", told.Triage.Unread)}";
}
