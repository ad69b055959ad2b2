using System.Text.RegularExpressions;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Questionnaires;

public sealed partial class ShippedQuietTests
{
    public static TheoryData<string> Tags => [.. ShippedQuestionnaire.Value.Languages.Select(l => l.Tag)];

    [Theory]
    [MemberData(nameof(Tags))]
    public void Every_language_has_quiet_words_that_are_a_draft_until_they_are_signed_off(string tag)
    {
        var quiet = Quiet(tag);

        Assert.True(quiet.Draft);
        Assert.Empty(quiet.ReviewedBy);
    }

    [Theory]
    [InlineData("en", "If you are in danger, hide.", "danger", "hide")]
    [InlineData("en", "A helper holds your papers.", "helper", "papers")]
    [InlineData("en", "You are afraid to be sent away by force.", "afraid", "sent away", "force")]
    [InlineData("en", "Emergency. A safe shelter for your body.", "Emergency", "safe", "shelter", "body")]
    [InlineData("ko", "위험하면 가리십시오.", "위험", "가리십")]
    [InlineData("ko", "억지로 붙잡혀 있고 증명서가 없습니다.", "억지", "붙잡", "증명서")]
    [InlineData("ko", "도움과 보호가 필요합니까?", "도움", "보호")]
    [InlineData("zh", "有危险就藏起来。", "危险", "藏")]
    [InlineData("zh", "被强行送走，没有户口。", "强行", "送走", "户口")]
    [InlineData("ja", "危険なら、かくす。", "危険", "かくす")]
    [InlineData("ja", "こわい。証明書がない。", "こわ", "証明書")]
    [InlineData("vi", "Nguy hiểm thì ẩn đi.", "Nguy hiểm", "ẩn")]
    [InlineData("vi", "Bị ép, sợ, không có giấy tờ.", "ép", "sợ", "giấy tờ")]
    public void A_glance_word_planted_in_quiet_words_is_found(string tag, string planted, params string[] words)
    {
        using var folder = Shipped();
        var file = $"languages/quiet/{tag}.yaml";
        folder.Write(file, Lines().Replace(folder.Text(file), $"  buttons_only: {planted}", 1));

        Assert.Equal(
            words.Select(w => $"{file}: screens.buttons_only says \"{w}\", which tells at a glance what this is: quiet words need a duller one"),
            folder.Read().Problems.Select(p => $"{p.File}: {p.What}"));
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void The_plain_words_by_themselves_are_no_quiet_ones(string tag)
    {
        using var folder = Shipped();
        folder.Write($"languages/quiet/{tag}.yaml", $"language: {tag}\ndraft: true\nreviewed_by: []\n");

        var found = folder.Read().Problems;

        Assert.All(found, p => Assert.Equal(($"languages/{tag}.yaml", true), (p.File, p.Line > 0)));
        string[] expected = ["screens.safe", "screens.limits", "buttons.hide", "buttons.erase", "questions.danger.text", "questions.made.text", "questions.sentback.text"];
        Assert.All(expected, what => Assert.Contains(found, p => p.What.StartsWith($"{what} says ", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void What_we_cannot_do_is_said_in_the_plain_words_themselves(string tag) =>
        Assert.Equal(
            ShippedQuestionnaire.Value.Languages.Single(l => l.Tag == tag).Screens[ScreenName.Consent],
            Quiet(tag).Screens[ScreenName.Consent]);

    [Theory]
    [MemberData(nameof(Tags))]
    public void Every_quiet_label_fits_a_narrow_phone(string tag)
    {
        var quiet = Quiet(tag);

        Assert.All([.. quiet.Buttons.Values, .. quiet.Options.Values.SelectMany(o => o)], label => Assert.InRange(ColumnsOf(label), 1, 28));
    }

    [Fact]
    public void A_loanword_of_the_South_is_in_no_quiet_text() =>
        Assert.DoesNotMatch("체크|메시지|메세지|버튼|클릭|서비스", File.ReadAllText(Repository.Path("config", "languages", "quiet", "ko.yaml")));

    /// <summary>Counted apart from the product: Korean, Chinese and Japanese signs take two columns, Vietnamese letters one.</summary>
    private static int ColumnsOf(string label) => label.Sum(sign => sign >= 0x2E80 ? 2 : 1);

    private static Language Quiet(string tag) =>
        ShippedQuestionnaire.Value.Quiet[ShippedQuestionnaire.Value.Languages.ToList().FindIndex(l => l.Tag == tag)]!;

    private static SmallFolder Shipped()
    {
        var folder = new SmallFolder();
        foreach (var file in Directory.GetFiles(Repository.Path("config"), "*.yaml", SearchOption.AllDirectories))
        {
            folder.Write(Path.GetRelativePath(Repository.Path("config"), file), File.ReadAllText(file));
        }

        return folder;
    }

    [GeneratedRegex("^  buttons_only: .*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Lines();
}
