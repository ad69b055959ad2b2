using IntakeBot.Phone;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Journeys;

/// <summary>What a person does, through the real host over HTTP, and what staff then open.</summary>
public sealed class IntakeJourneyTests
{
    private static readonly string[] Gate = ["English", "Yes, I am alone", "Go on", "I understand, start"];

    [Fact]
    public async Task A_whole_intake_in_English_is_opened_as_it_was_pressed()
    {
        await using var hotline = await TestHotline.StartAsync();
        var person = hotline.World.Join("Test");

        person.Start();
        await person.TapAsync(Gate);
        await person.TapAsync("In the next days", "Me and my child", "18 or more", "Needs medicine", "Only with someone", "Done");
        await person.SeeAsync("Your answers are with us");

        Assert.Single(person.Screen);
        Assert.Equal(Answers("days", "me_and_child", "adult", "medicine", "with_someone"), hotline.OnlyAnswers());
    }

    [Fact]
    public async Task A_whole_intake_in_Korean_is_opened_as_it_was_pressed()
    {
        await using var hotline = await TestHotline.StartAsync();
        var person = hotline.World.Join("시험");

        person.Start();
        await person.TapAsync("우리말", "예, 혼자 있습니다", "계속", "알겠습니다, 시작");
        await person.TapAsync("오늘 위험합니다", "계속", "나", "18살 이상입니다", "넘기기", "예", "마침");
        await person.SeeAsync("당신의 대답을 받았습니다");

        Assert.Single(person.Screen);
        Assert.Equal(Answers("today", "me", "adult", "skipped", "yes"), hotline.OnlyAnswers());
    }

    [Fact]
    public async Task Nobody_is_asked_the_age_of_a_child_and_changing_that_answer_asks_it()
    {
        await using var hotline = await TestHotline.StartAsync();
        var person = hotline.World.Join("Test");

        person.Start();
        await person.TapAsync([.. Gate, "Not now", "A child without me"]);
        await person.SeeAsync("Is the child sick");
        await person.TapAsync("Back", "Me", "Under 18", "Skip", "Skip", "Done");

        Assert.Equal(Answers("not_now", "me", "under_18", "skipped", "skipped"), hotline.OnlyAnswers());
    }

    [Fact]
    public async Task An_answer_that_a_later_change_rules_out_is_sealed_empty_at_the_end()
    {
        await using var hotline = await TestHotline.StartAsync();
        var person = hotline.World.Join("Test");

        person.Start();
        await person.TapAsync([.. Gate, "Not now", "Me", "Under 18", "Back", "Back", "A child without me", "Skip", "Skip", "Done"]);

        Assert.Equal(Answers("not_now", "child_alone", "", "skipped", "skipped"), hotline.OnlyAnswers());
    }

    [Fact]
    public async Task Before_consent_nothing_is_stored()
    {
        await using var hotline = await TestHotline.StartAsync();
        var person = hotline.World.Join("Test");

        person.Start();
        await person.TapAsync("English", "Not sure", "Again", "Yes, I am alone", "Go on");
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
        foreach (var press in new[] { "Today", "Go on", "Someone else", "Under 18", "Back", "18 or more", "Sick or hurt badly", "No" })
        {
            await person.TapAsync(press);
            await hotline.RestartServerAsync();
            await person.TapAsync("↻", "Yes, I am alone");
        }

        await person.TapAsync("Done");
        await person.SeeAsync("Your answers are with us");
        Assert.Single(person.Screen);
        Assert.Equal(Answers("today", "someone_else", "adult", "sick", "no"), hotline.OnlyAnswers());
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
            await person.TapAsync([.. Gate, "Not now", who, "18 or more", "Skip", "Yes", "Done"]);
        }

        await Task.WhenAll(WalkAsync(one, "Me"), WalkAsync(two, "Someone else"));

        Assert.Equal(["me", "someone_else"], hotline.AllAnswers().Select(a => a["who"]).Order());
    }

    internal static Dictionary<string, string> Answers(string danger, string who, string age, string health, string free) =>
        new() { ["danger"] = danger, ["who"] = who, ["age"] = age, ["health"] = health, ["free"] = free };
}
