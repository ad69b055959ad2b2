using System.Text.RegularExpressions;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Questionnaires;

public sealed partial class ShippedQuestionnaireTests
{
    private const string Units =
        "g|kg|t|mL|L|cm|m|km|m²|ha|s|min|h|jin|li|chi|mu|斤|两|里|米|尺|寸|公顷|亩|lạng|yến|tạ|tấn";

    private static readonly Checked<Questionnaire> Shipped = QuestionnaireFolder.Read(Repository.Path("config"));

    public static TheoryData<string> Tags => [.. Read.Languages.Select(l => l.Tag)];

    private static Questionnaire Read => Shipped.Value!;

    [Fact]
    public void It_reads_without_a_problem() => Assert.Equal("", string.Join('\n', Shipped.Problems));

    [Fact]
    public void It_asks_what_protection_staff_worked_out_in_their_order()
    {
        string[] expected =
        [
            "S01 danger: today days not_now",
            "S02 who: me me_and_child child_alone someone_else",
            "S03 age: under_18 adult",
            "S04 health: baby baby_pain sick medicine none",
            "S05 free: yes with_someone no",
            "S06 made, any: live work body none",
            "S07 sentback: soon not_now no",
            "S08 held: yes no",
            "S09 papers: have kept none",
            "S10 child_reg: yes no afraid unknown",
            "S11 child_school: yes no_papers no_other too_young",
            "S12 want, any: talk place doctor child protection unknown",
            "S13 where: china on_the_way korea_japan other",
            "S14 window: morning day evening night any unknown",
            "S15 helper: woman man anyone",
        ];

        Assert.Equal(
            expected,
            Read.Main.Questions.Select(q => $"S{q.Slot:00} {q.Id}{(q.Many ? ", any" : "")}: {string.Join(' ', q.Options.Select(o => o.Id))}"));
    }

    [Fact]
    public void Only_danger_today_leads_to_the_danger_screen() =>
        Assert.Equal(["danger.today"], Options(o => o.Danger));

    [Fact]
    public void None_and_not_knowing_go_with_no_other_answer() =>
        Assert.Equal(["made.none", "want.unknown"], Options(o => o.Alone));

    [Fact]
    public void It_calls_urgent_what_protection_staff_worked_out_and_nothing_else()
    {
        string[] expected =
        [
            "help U4, U1: danger.today health.baby_pain health.sick sentback.soon held.yes who.child_alone+danger.days",
            "help U4, U2: danger.days who.child_alone age.under_18 health.baby free.no made.body papers.kept",
            "help U4, U3: health.medicine free.with_someone papers.none child_reg.no child_reg.afraid child_reg.unknown child_school.no_papers child_school.no_other want.child",
            "complaint U3, U1: harm_danger.today",
            "complaint U3, U2: harm.body harm.hurt harm_danger.days harm_age.under_18",
            "complaint U3, U3: ",
        ];

        Assert.Equal(expected, Read.Forms.SelectMany(f => ((Level[])[Level.U1, Level.U2, Level.U3]).Select(l => $"{f.Id} {f.Level}, {l}: {string.Join(' ', Urgent(f, l))}")));
    }

    [Fact]
    public void Every_hour_but_not_knowing_one_is_a_safe_time() =>
        Assert.Equal("window.morning window.day window.evening window.night window.any", string.Join(' ', Read.Main.SafeTimes));

    [Theory]
    [InlineData("me", "", "age")]
    [InlineData("me_and_child", "", "age child_reg child_school")]
    [InlineData("child_alone", "", "child_reg child_school")]
    [InlineData("someone_else", "", "age")]
    [InlineData("me_and_child", "today", "age")]
    [InlineData("child_alone", "today", "")]
    public void A_child_s_age_papers_and_school_are_asked_where_they_are_needed(string who, string danger, string expected)
    {
        var flags = FlagsOf("who", who).With(danger.Length > 0 ? FlagsOf("danger", danger) : Flags.None);

        var asked = Read.Main.Questions.Where(q => q.When is { } when && when.Holds(flags)).Select(q => q.Id);

        Assert.Equal(expected, string.Join(' ', asked));
    }

    [Theory]
    [InlineData("en", "me", "free", "Can you go out when you want to?")]
    [InlineData("en", "me_and_child", "free", "Can you go out when you want to?")]
    [InlineData("en", "child_alone", "free", "Can the child go out freely?")]
    [InlineData("en", "someone_else", "free", "Can the person go out when they want to?")]
    [InlineData("en", "me_and_child", "age", "How old are you?")]
    [InlineData("en", "someone_else", "age", "How old is the person who needs help?")]
    [InlineData("en", "me", "made", "Does someone make you do this?\n\nYou can choose more than one.\nIt is not your fault.")]
    [InlineData("en", "child_alone", "child_reg", "Is the child in a family book (hukou)?")]
    [InlineData("zh", "me", "free", "你想出去的时候，能出去吗？")]
    [InlineData("zh", "child_alone", "free", "孩子想出去的时候，能出去吗？")]
    [InlineData("zh", "someone_else", "age", "需要帮助的人多大？")]
    [InlineData("ja", "me", "made", "だれかに無理にさせられていますか。\n\nいくつ選んでもいいです。\nあなたは悪くありません。")]
    [InlineData("ja", "someone_else", "where", "その人は、どの国にいますか。")]
    [InlineData("vi", "me", "sentback", "Bạn có sợ mình hay gia đình bị ép đưa đi không?")]
    [InlineData("vi", "child_alone", "child_school", "Em ấy có đi học không?")]
    [InlineData("ko", "me", "free", "나가고 싶을 때 나갈 수 있습니까?")]
    [InlineData("ko", "child_alone", "free", "아이가 나가고 싶을 때 나갈 수 있습니까?")]
    [InlineData("ko", "someone_else", "free", "그 사람이 나가고 싶을 때 나갈 수 있습니까?")]
    [InlineData("ko", "me", "made", "누군가 억지로 시킵니까?\n\n여러 개를 골라도 됩니다.\n당신 잘못이 아닙니다.")]
    [InlineData("ko", "me", "sentback", "당신이나 가족이 억지로 끌려가거나 보내질가 걱정됩니까?")]
    public void Later_questions_speak_of_the_one_who_needs_help(string tag, string who, string question, string expected)
    {
        var flags = FlagsOf("who", who);
        var wordings = Read.Languages.Single(l => l.Tag == tag).Questions[question];

        Assert.Equal(expected, wordings.First(w => w.When?.Holds(flags) ?? true).Text);
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void A_language_stays_a_draft_until_it_is_signed_off(string tag) =>
        Assert.True(Read.Languages.Single(l => l.Tag == tag).Draft);

    [Theory]
    [MemberData(nameof(Tags))]
    public void A_loanword_of_the_South_is_in_no_text(string tag) =>
        Assert.DoesNotContain((string[])[.. Texts(tag), .. Labels(tag)], text => Southern().IsMatch(text));

    [Theory]
    [MemberData(nameof(Tags))]
    public void The_cover_says_nothing_but_units(string tag)
    {
        var language = Read.Languages.Single(l => l.Tag == tag);

        Assert.All(
            language.Screens[ScreenName.Cover].Split('\n'),
            line => Assert.Matches($@"^1 ({Units}) = [0-9]+ ({Units})\z", line));
        Assert.Equal("↻", language.Buttons[ButtonName.Cover]);
    }

    [Fact]
    public void No_two_languages_have_the_same_cover() =>
        Assert.Distinct(Read.Languages.Select(l => l.Screens[ScreenName.Cover]));

    private static IEnumerable<string> Urgent(Form form, Level level) =>
    [
        .. form.Questions.SelectMany(q => q.Options.Where(o => o.Level == level).Select(o => $"{q.Id}.{o.Id}")),
        .. form.Triage.Where(r => r.Level == level).Select(r => string.Join('+', r.All)),
    ];

    private static IEnumerable<string> Options(Func<Option, bool> which) =>
        Read.Main.Questions.SelectMany(q => q.Options.Where(which).Select(o => $"{q.Id}.{o.Id}"));

    private static Flags FlagsOf(string question, string option) =>
        Read.Main.Questions.Single(q => q.Id == question).Options.Single(o => o.Id == option).Raises;

    private static IEnumerable<string> Texts(string tag)
    {
        var language = Read.Languages.Single(l => l.Tag == tag);
        return [.. language.Screens.Values, .. language.Questions.Values.SelectMany(q => q).Select(w => w.Text), .. language.Kept.Values];
    }

    private static IEnumerable<string> Labels(string tag)
    {
        var language = Read.Languages.Single(l => l.Tag == tag);
        return [language.Name, .. language.Buttons.Values, .. language.Options.Values.SelectMany(o => o)];
    }

    [GeneratedRegex("체크|메시지|메세지|버튼|클릭|서비스", RegexOptions.CultureInvariant)]
    private static partial Regex Southern();
}
