using IntakeBot.Core.Questionnaires;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Journeys;

/// <summary>The same answers given in plain and in quiet words.</summary>
public sealed class QuietJourneyTests
{
    private static readonly (string Question, string[] Options)[] Given =
    [
        ("danger", ["days"]), ("who", ["me_and_child"]), ("age", ["adult"]), ("health", ["baby_pain"]), ("free", ["with_someone"]),
        ("made", ["live", "body"]), ("sentback", ["soon"]), ("held", ["no"]), ("papers", ["kept"]), ("child_reg", ["afraid"]),
        ("child_school", ["no_papers"]), ("want", ["place", "doctor", "protection"]), ("where", ["china"]), ("window", ["night"]), ("helper", ["woman"]),
    ];

    public static TheoryData<string> Tags => [.. ShippedQuestionnaire.Value.Languages.Select(l => l.Tag)];

    [Theory]
    [MemberData(nameof(Tags))]
    public async Task A_whole_intake_in_quiet_words_says_what_it_says_in_plain_ones(string tag)
    {
        var expected = Given.Select(g => $"{g.Question}: {string.Join('+', g.Options)}");

        Assert.Equal(expected, await AnswersAsync(tag, WordPack.Plain));
        Assert.Equal(expected, await AnswersAsync(tag, WordPack.Quiet));
    }

    [Fact]
    public async Task A_quiet_bot_shows_no_plain_word_where_there_is_a_quiet_one()
    {
        await using var hotline = await StartAsync(WordPack.Quiet);
        var person = hotline.World.Join("Test");

        person.Start();
        await person.TapAsync("English", "Yes, now is fine", "Only on this one", "Go on", "I understand, start", "Today");
        await person.SeeAsync("Close this screen now.");

        Assert.False(person.Screen[^1].HasButton("Hide"));
        Assert.Equal("today", hotline.OnlyAnswers()["danger"]);
        await person.TapAsync("Close");
        await person.SeeAsync("↻");
    }

    private static Task<TestHotline> StartAsync(WordPack words) =>
        TestHotline.StartAsync(parts: parts => parts with { Questionnaires = parts.Questionnaires.InWords(words) });

    private static async Task<IEnumerable<string>> AnswersAsync(string tag, WordPack words)
    {
        await using var hotline = await StartAsync(words);
        var questionnaire = ShippedQuestionnaire.Value;
        var language = (words is WordPack.Quiet ? questionnaire.Quiet : questionnaire.Languages).Single(l => l?.Tag == tag)!;
        var person = hotline.World.Join("Test");

        person.Start();
        await person.TapAsync(
            language.Name, language.Buttons[ButtonName.SafeYes], language.Buttons[ButtonName.OthersNo], language.Buttons[ButtonName.Continue],
            language.Buttons[ButtonName.Consent]);
        foreach (var (id, options) in Given)
        {
            var question = questionnaire.Main.Questions.Single(q => q.Id == id);
            var labels = question.Options.Zip(language.Options[id]).Where(o => options.Contains(o.First.Id)).Select(o => o.Second);
            await person.TapAsync(question.Many ? [.. labels.Select(l => $"☐ {l}"), language.Buttons[ButtonName.Next]] : labels);
        }

        await person.TapAsync(language.Buttons[ButtonName.Done]);
        await person.TakeCodeAsync();
        await person.SeeAsync(language.Screens[ScreenName.Done][..4]);
        return hotline.OnlyAnswers().Select(a => $"{a.Key}: {a.Value}");
    }
}
