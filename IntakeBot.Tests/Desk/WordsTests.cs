using System.Text.Json;
using System.Text.RegularExpressions;
using IntakeBot.Desk;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Desk;

public sealed partial class WordsTests
{
    private const string English = "en";

    /// <summary>Nothing in them is a word.</summary>
    private static readonly Phrase[] SameEverywhere = [Phrase.HistoryStatus];

    public static TheoryData<string> Languages => [.. DeskWords.Tags];

    public static TheoryData<string> Translations => [.. DeskWords.Tags.Where(tag => tag != English)];

    [Fact]
    public void There_is_a_file_for_each_language_and_no_other() => Assert.Equal(
        DeskWords.Tags.Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(Repository.Path("IntakeBot", "Desk", "Words")).Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_language_has_every_phrase_once_in_their_order(string tag) => Assert.Equal(Enum.GetNames<Phrase>(), Read(tag).Select(w => w.Name));

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_the_file_says_is_what_the_desk_shows(string tag)
    {
        var words = DeskWords.Of(tag);

        Assert.Equal(tag, words.Tag);
        Assert.All(Read(tag), w => Assert.Equal(w.Text, words[Enum.Parse<Phrase>(w.Name)]));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_phrase_is_empty_or_has_blanks_about_it(string tag) =>
        Assert.All(Read(tag), w => Assert.True(w.Text.Length > 0 && w.Text == w.Text.Trim(), w.Name));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_phrase_has_the_gaps_of_the_English_one(string tag) =>
        Assert.All(Read(English).Zip(Read(tag)), both => Assert.Equal((both.First.Name, Gaps(both.First.Text)), (both.Second.Name, Gaps(both.Second.Text))));

    [Theory]
    [MemberData(nameof(Translations))]
    public void No_phrase_was_left_in_English(string tag) => Assert.Empty(
        Read(tag).Intersect(Read(English)).Select(w => Enum.Parse<Phrase>(w.Name)).Except(SameEverywhere));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Nothing_is_said_that_nobody_can_keep(string tag) => Assert.All(Read(tag), w => Assert.DoesNotMatch(TooMuch(), w.Text));

    [Theory]
    [InlineData("It is Anonymous.")]
    [InlineData("end to end")]
    [InlineData("securely kept")]
    [InlineData("Untraceable")]
    [InlineData("we guarantee it")]
    [InlineData("익명입니다")]
    [InlineData("안전을 보장합니다")]
    [InlineData("匿名です")]
    [InlineData("エンド・ツー・エンド")]
    [InlineData("保証します")]
    [InlineData("端到端")]
    [InlineData("我们保证")]
    public void Such_a_word_is_found(string text) => Assert.Matches(TooMuch(), text);

    [Fact]
    public void Every_phrase_stands_on_some_page()
    {
        var folder = Repository.Path("IntakeBot", "Desk");
        var used = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".cs" or ".razor")
            .SelectMany(f => Named().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value));

        Assert.Empty(Enum.GetNames<Phrase>().Except(used));
    }

    private static (string Name, string Text)[] Read(string tag)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Repository.Path("IntakeBot", "Desk", "Words", $"{tag}.json")));
        return [.. file.RootElement.EnumerateObject().Select(p => (p.Name, p.Value.GetString()!))];
    }

    private static string Gaps(string text) => string.Concat(Gap().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{[^}]*\}?|\}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"\bPhrase\.(\w+)")]
    private static partial Regex Named();

    [GeneratedRegex(
        @"\b(anonym|end[\s-]*to[\s-]*end|secur|untraceab|guarant)"
        + "|익명|종단|보안|추적|보장|보증"
        + "|匿名|エンド.?ツー.?エンド|セキュ|安全を守|追跡|保証"
        + "|端到端|端对端|加密|保密|追踪|保证|确保",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex TooMuch();
}
