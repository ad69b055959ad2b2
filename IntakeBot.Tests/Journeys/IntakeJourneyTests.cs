using IntakeBot.Phone;
using IntakeBot.Tests.Support;
using static IntakeBot.Tests.Journeys.Walks;

namespace IntakeBot.Tests.Journeys;

/// <summary>What a person does, through the real host over HTTP, and what staff then open.</summary>
public sealed class IntakeJourneyTests
{
    private static readonly string[] All =
        ["danger", "who", "age", "health", "free", "made", "sentback", "held", "papers", "child_reg", "child_school", "want", "where", "window", "helper"];

    [Fact]
    public async Task A_whole_intake_in_English_is_opened_as_it_was_pressed()
    {
        await using var hotline = await TestHotline.StartAsync();
        var person = hotline.World.Join("Test");

        person.Start();
        await person.TapAsync(Gate);
        await person.TapAsync("In the next days", "Me and my child", "18 or more", "Needs medicine", "Only with someone");
        await person.TapAsync("☐ Live with someone, no choice", "☐ Work I cannot leave", "☑ Live with someone, no choice", "☐ With my body or on camera", "Next");
        await person.TapAsync("Yes, not now", "No", "Someone else keeps them", "I am afraid to ask", "Back", "No", "No, because of papers");
        await person.TapAsync("☐ A doctor", "☐ School or papers for a child", "☐ Help to ask for protection", "Next");
        await person.TapAsync("A country on the way", "Evening", "Back", "Night", "A woman", "Done");
        await person.TakeCodeAsync();
        await person.SeeAsync("Your answers are with us");

        Assert.Single(person.Screen);
        AssertAnswers(
            hotline,
            "days", "me_and_child", "adult", "medicine", "with_someone", "work+body", "not_now", "no", "kept", "no", "no_papers",
            "doctor+child+protection", "on_the_way", "night", "woman");
    }

    [Fact]
    public async Task A_whole_intake_in_Korean_is_opened_as_it_was_pressed()
    {
        await using var hotline = await TestHotline.StartAsync();
        var person = hotline.World.Join("시험");

        person.Start();
        await person.TapAsync("우리말", "예, 혼자 있습니다", "이 전화에만", "계속", "알겠습니다, 시작");
        await person.TapAsync("지금은 아닙니다", "뒤로", "며칠 안에", "나와 내 아이", "18살 이상입니다", "넘기기", "예");
        await person.TapAsync("☐ 몸으로 하는 일이나 촬영", "☐ 그만둘 수 없는 일", "☑ 몸으로 하는 일이나 촬영", "다음");
        await person.TapAsync("예, 곧", "예", "증명서가 없습니다", "모릅니다", "아직 어립니다");
        await person.TapAsync("☐ 안전한 곳", "☐ 이야기를 나눌 사람", "다음", "뒤로", "아직 모르겠습니다");
        await person.TapAsync("중국", "아무 때나", "누구든 괜찮습니다", "뒤로", "여자", "마침");
        await person.TakeCodeAsync();
        await person.SeeAsync("당신의 대답을 받았습니다");

        Assert.Single(person.Screen);
        AssertAnswers(
            hotline,
            "days", "me_and_child", "adult", "skipped", "yes", "work", "soon", "yes", "none", "unknown", "too_young", "unknown", "china", "any", "woman");
    }

    [Theory]
    [InlineData("English,Yes, I am alone,Only on this one,Go on,I understand, start", "Today", "We have it.", "Go on", "Me and my child", "Skip", "Done")]
    [InlineData("우리말,예, 혼자 있습니다,이 전화에만,계속,알겠습니다, 시작", "오늘 위험합니다", "받았습니다.", "계속", "나와 내 아이", "넘기기", "마침")]
    public async Task Danger_today_is_sealed_when_its_screen_is_seen_and_nothing_is_asked_of_the_child_s_papers(
        string gate, string today, string danger, string goOn, string who, string skip, string done)
    {
        await using var hotline = await TestHotline.StartAsync();
        var person = hotline.World.Join("Test");
        person.Start();
        await person.TapAsync(gate.Replace(", ", "_", StringComparison.Ordinal).Split(',').Select(g => g.Replace("_", ", ", StringComparison.Ordinal)));

        await person.TapAsync(today);
        await person.SeeAsync(danger);
        Assert.Equal("today", hotline.OnlyAnswers()["danger"]);
        await person.TapAsync(goOn, who);
        await person.SkipTheRestAsync(skip, done);

        Assert.Equal(Answers(("danger", "today"), ("who", "me_and_child")), hotline.OnlyAnswers());
    }

    [Fact]
    public async Task None_takes_the_place_of_every_box_and_moves_on()
    {
        await using var hotline = await TestHotline.StartAsync();
        var person = hotline.World.Join("Test");

        person.Start();
        await person.TapAsync([.. Gate, "Skip", "Skip", "Skip", "Skip", "Skip", "☐ Work I cannot leave", "☐ With my body or on camera", "None"]);
        await person.SeeAsync("sent away by force?");
        Assert.Equal("none", hotline.OnlyAnswers()["made"]);
        await person.SkipTheRestAsync();

        Assert.Equal(Answers(("made", "none")), hotline.OnlyAnswers());
    }

    [Fact]
    public async Task A_set_is_sealed_box_by_box_as_it_stands()
    {
        await using var hotline = await TestHotline.StartAsync();
        var person = hotline.World.Join("Test");

        person.Start();
        await person.TapAsync([.. Gate, "Skip", "Skip", "Skip", "Skip", "Skip", "☐ Work I cannot leave"]);
        await person.SeeAsync("☑ Work I cannot leave");
        Assert.Equal("work", hotline.OnlyAnswers()["made"]);
        await person.TapAsync("☐ With my body or on camera");
        await person.SeeAsync("☑ With my body or on camera");
        Assert.Equal("work+body", hotline.OnlyAnswers()["made"]);
        await person.TapAsync("☑ Work I cannot leave");
        await person.SeeAsync("☐ Work I cannot leave");

        Assert.Equal("body", hotline.OnlyAnswers()["made"]);
    }

    [Fact]
    public async Task Nobody_is_asked_the_age_of_a_child_and_changing_that_answer_asks_it()
    {
        await using var hotline = await TestHotline.StartAsync();
        var person = hotline.World.Join("Test");

        person.Start();
        await person.TapAsync([.. Gate, "Not now", "A child without me"]);
        await person.SeeAsync("Is the child sick");
        await person.TapAsync("Back", "Me", "Under 18");
        await person.SkipTheRestAsync();

        Assert.Equal(Answers(("danger", "not_now"), ("who", "me"), ("age", "under_18")), hotline.OnlyAnswers());
    }

    [Fact]
    public async Task An_answer_that_a_later_change_rules_out_is_sealed_empty_at_the_end()
    {
        await using var hotline = await TestHotline.StartAsync();
        var person = hotline.World.Join("Test");

        person.Start();
        await person.TapAsync([.. Gate, "Not now", "Me", "Under 18", "Back", "Back", "A child without me"]);
        await person.SkipTheRestAsync();

        Assert.Equal(Answers(("danger", "not_now"), ("who", "child_alone")), hotline.OnlyAnswers());
    }

    [Fact]
    public async Task Before_consent_nothing_is_stored()
    {
        await using var hotline = await TestHotline.StartAsync();
        var person = hotline.World.Join("Test");

        person.Start();
        await person.TapAsync("English", "Not sure", "Again", "Yes, I am alone", "Only on this one", "Go on");
        await person.SeeAsync("I understand, start");

        Assert.Empty(hotline.OpenAll());
    }

    [Fact]
    public async Task An_orderly_restart_after_any_press_leaves_a_cover_that_leads_back()
    {
        await using var hotline = await TestHotline.StartAsync();
        var person = hotline.World.Join("Test");

        person.Start();
        await person.TapAsync(Gate);
        string[] presses =
        [
            "Today", "Go on", "Someone else", "Under 18", "Back", "18 or more", "Sick or hurt badly", "No", "☐ Work I cannot leave", "Next",
            "Yes, soon", "No", "No papers", "☐ A doctor", "☐ A safe place", "☑ A doctor", "Next", "China", "Any time", "A man",
        ];
        foreach (var press in presses)
        {
            await person.TapAsync(press);
            await hotline.RestartServerAsync();
            await person.TapAsync("↻", "Yes, I am alone");
        }

        await person.TapAsync("Done");
        await hotline.RestartServerAsync();
        await person.TapAsync("↻", "Yes, I am alone");
        await person.TakeCodeAsync();
        await person.SeeAsync("Your answers are with us");
        Assert.Single(person.Screen);
        AssertAnswers(
            hotline, "today", "someone_else", "adult", "sick", "no", "work", "soon", "no", "none", "", "", "place", "china", "any", "man");
    }

    [Fact]
    public async Task Who_deleted_the_chat_and_presses_START_sees_a_screen_again()
    {
        await using var hotline = await TestHotline.StartAsync();
        var person = hotline.World.Join("Test");
        person.Start();
        await person.TapAsync([.. Gate, "Not now"]);

        person.DeleteChat();
        person.Start();

        await person.TapAsync("Yes, I am alone");
        await person.SeeAsync("Who needs help?");
        Assert.Single(person.Screen);
    }

    [Fact]
    public async Task Two_people_at_once_stay_apart()
    {
        await using var hotline = await TestHotline.StartAsync();
        var (one, two) = (hotline.World.Join("One"), hotline.World.Join("Two"));

        async Task WalkAsync(PhonePerson person, string who)
        {
            person.Start();
            await person.TapAsync([.. Gate, "Not now", who, "18 or more", "Skip", "Yes"]);
            await person.SkipTheRestAsync();
        }

        await Task.WhenAll(WalkAsync(one, "Me"), WalkAsync(two, "Someone else"));

        Assert.Equal(["me", "someone_else"], hotline.AllAnswers().Select(a => a["who"]).Order());
    }

    private static void AssertAnswers(TestHotline hotline, params string[] expected) =>
        Assert.Equal(All.Zip(expected).Select(a => $"{a.First}: {a.Second}"), hotline.OnlyAnswers().Select(a => $"{a.Key}: {a.Value}"));
}
