using System.Text.RegularExpressions;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Questionnaires;

public sealed class ShippedQuestionnaireTests
{
    private static readonly Checked<Questionnaire> Shipped = QuestionnaireFolder.Read(Repository.Path("config"));

    public static TheoryData<string> Tags => [.. Read.Languages.Select(l => l.Tag)];

    private static Questionnaire Read => Shipped.Value!;

    [Fact]
    public void It_reads_without_a_problem() => Assert.Equal("", string.Join('\n', Shipped.Problems));

    [Fact]
    public void Danger_comes_first_and_leads_to_its_screen_today()
    {
        Assert.Equal(["danger", "who", "age", "health", "free"], Read.Main.Questions.Select(q => q.Id));
        Assert.Equal([1, 2, 3, 4, 5], Read.Main.Questions.Select(q => q.Slot));
        Assert.Equal(["today"], Read.Main.Questions.SelectMany(q => q.Options).Where(o => o.Danger).Select(o => o.Id));
    }

    [Fact]
    public void Age_is_asked_unless_it_is_a_child_without_her()
    {
        var who = Read.Main.Questions[1];
        var age = Read.Main.Questions[2];

        Assert.Equal(
            ["me", "me_and_child", "someone_else"],
            who.Options.Where(o => age.When!.Holds(o.Raises)).Select(o => o.Id));
        Assert.True(age.When!.Holds(Flags.None));
    }

    [Theory]
    [InlineData("en", "me", "Can you go out when you want to?")]
    [InlineData("en", "me_and_child", "Can you go out when you want to?")]
    [InlineData("en", "child_alone", "Can the child go out freely?")]
    [InlineData("en", "someone_else", "Can the person go out when they want to?")]
    [InlineData("ko", "me", "나가고 싶을 때 나갈 수 있습니까?")]
    [InlineData("ko", "child_alone", "아이가 나가고 싶을 때 나갈 수 있습니까?")]
    [InlineData("ko", "someone_else", "그 사람이 나가고 싶을 때 나갈 수 있습니까?")]
    public void Later_questions_speak_of_the_one_who_needs_help(string tag, string who, string expected)
    {
        var flags = Read.Main.Questions[1].Options.Single(o => o.Id == who).Raises;
        var wordings = Read.Languages.Single(l => l.Tag == tag).Questions["free"];

        Assert.Equal(expected, wordings.First(w => w.When?.Holds(flags) ?? true).Text);
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void A_language_stays_a_draft_until_it_is_signed_off(string tag) =>
        Assert.True(Read.Languages.Single(l => l.Tag == tag).Draft);

    [Theory]
    [MemberData(nameof(Tags))]
    public void A_label_fits_a_narrow_phone(string tag)
    {
        var language = Read.Languages.Single(l => l.Tag == tag);
        string[] labels = [language.Name, .. language.Buttons.Values, .. language.Options.Values.SelectMany(o => o)];

        Assert.Empty(labels.Where(l => Columns(l) > 28).Select(l => $"{l}: {Columns(l)}"));
    }

    [Fact]
    public void An_English_sentence_has_twelve_words_at_most()
    {
        var english = Read.Languages[0];
        string[] texts = [.. english.Screens.Values, .. english.Questions.Values.SelectMany(q => q).Select(w => w.Text)];
        var sentences = texts.SelectMany(t => Regex.Split(t, @"(?<=[.?:])\s+|\n+"));

        Assert.DoesNotContain(sentences, s => s.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > 12);
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void The_cover_says_nothing_but_units(string tag)
    {
        var language = Read.Languages.Single(l => l.Tag == tag);

        Assert.All(
            language.Screens[ScreenName.Cover].Split('\n'),
            line => Assert.Matches(@"^1 (kg|km|m|ha) = [0-9]+ (jin|li|chi|mu|g|m|cm|m²)\z", line));
        Assert.Equal("↻", language.Buttons[ButtonName.Cover]);
    }

    /// <summary>A Hangul syllable, a CJK sign or a full-width sign takes two columns.</summary>
    private static int Columns(string text) => text.Sum(c => c is (>= '\u1100' and <= '\u115F') or (>= '\u2E80' and <= '\uFFE6') ? 2 : 1);
}
