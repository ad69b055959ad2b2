using System.Text.RegularExpressions;
using IntakeBot.Core.Intakes;
using IntakeBot.Desk;
using IntakeBot.Tests.Desk;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Docs;

/// <summary>The handbook says the same in each of its languages, in the desk's own words, and leads to what is there. What stands in bold in it is a word of the desk.</summary>
public sealed partial class HandbookTests
{
    private const string English = "en";

    private const string Draft = "> Draft that no native has read.";

    /// <summary>Stands before the list of what is never written to her; each of its lines has an example.</summary>
    private const string Never = "<a id=\"never\"></a>";

    /// <summary>An empty chapter has less, in the language that needs the fewest letters.</summary>
    private const int FewestLetters = 120;

    public static TheoryData<string> Languages => [English, .. Translations.Select(row => row.Data)];

    public static TheoryData<string> Translations => ["ko", "ja"];

    [Theory]
    [MemberData(nameof(Translations))]
    public void It_has_the_headings_of_the_English_one_in_their_order(string tag) => Assert.Equal(Outline(English), Outline(tag));

    [Fact]
    public void Its_chapters_are_numbered_from_1() =>
        Assert.Equal(Enumerable.Range(1, Chapters(English).Length).Select(n => $"## {n}."), Outline(English).Where(h => h.StartsWith("## ", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_chapter_is_empty(string tag) =>
        Assert.All(Chapters(tag), chapter => Assert.True(Link().Replace(Heading().Replace(chapter, ""), "").Count(char.IsLetter) >= FewestLetters, chapter));

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_it_links_to_is_there(string tag)
    {
        var targets = Link().Matches(Text(tag)).Select(m => m.Groups["to"].Value.Split('#')[0]).Where(to => to.Length > 0).ToArray();

        Assert.NotEmpty(targets);
        Assert.All(targets, to => Assert.True(File.Exists(Repository.Path("docs", to)), to));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Its_pictures_are_described_and_in_its_language_where_there_are_such(string tag) => Assert.All(Pictures(Text(tag)), picture =>
    {
        Assert.NotEqual("", picture.Says);
        Assert.False(tag != English && File.Exists(Repository.Path("docs", In(picture.To, tag))) && picture.To != In(picture.To, tag), picture.To);
    });

    [Theory]
    [MemberData(nameof(Translations))]
    public void Each_chapter_has_the_pictures_of_the_English_one(string tag) => Assert.Equal(
        Chapters(English).Select(c => string.Join('\n', Pictures(c).Select(p => p.To))),
        Chapters(tag).Select(c => string.Join('\n', Pictures(c).Select(p => p.To.Replace($"-{tag}-", "-", StringComparison.Ordinal)))));

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_stands_in_bold_is_what_the_desk_says(string tag)
    {
        var words = Words(tag);

        Assert.NotEmpty(Bold().Matches(Text(tag)));
        Assert.All(Bold().Matches(Text(tag)), m => Assert.True(words.Contains(Plain(m.Groups[1].Value)), m.Value));
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void Each_chapter_names_the_same_words_of_the_desk_as_the_English_one(string tag)
    {
        var (words, english) = (Words(tag), Words(English));

        Assert.All(Chapters(English).Zip(Chapters(tag)), both =>
        {
            var here = Bold().Matches(both.Second).SelectMany(m => words[Plain(m.Groups[1].Value)]).ToHashSet();
            var there = Bold().Matches(both.First).SelectMany(m => english[Plain(m.Groups[1].Value)]).ToHashSet();
            Assert.All(Bold().Matches(both.First), m => Assert.True(here.Overlaps(english[Plain(m.Groups[1].Value)]), $"not in {tag}: {m.Value}"));
            Assert.All(Bold().Matches(both.Second), m => Assert.True(there.Overlaps(words[Plain(m.Groups[1].Value)]), $"only in {tag}: {m.Value}"));
        });
    }

    /// <summary>CommonMark shows two stars where they end behind a stop and before a letter, as Korean and Japanese would have them.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void What_stands_in_bold_is_shown_so(string tag) =>
        Assert.All(Text(tag).Split('\n'), line => Assert.DoesNotContain("**", Shown().Replace(line, ""), StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Its_list_of_what_is_never_written_has_examples_that_the_desk_finds(string tag)
    {
        var kinds = Nevers(tag).SelectMany(item => ShippedReplies.Lint.Of(Example().Match(item).Groups[1].Value)).Select(f => f.Kind).Distinct().Order();

        Assert.Equal(Nevers(English).Length, Nevers(tag).Length);
        Assert.All(Nevers(tag), item => Assert.Matches(Example(), item));
        Assert.Equal([ReplyFindingKind.Identifying, ReplyFindingKind.PlaceAndTime, ReplyFindingKind.Forbidden, ReplyFindingKind.NeverAsk, ReplyFindingKind.Promise], kinds);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Its_last_page_has_ten_rules(string tag) =>
        Assert.Equal(Enumerable.Range(1, 10).Select(n => $"{n}. "), Numbered().Matches(Chapters(tag)[^1]).Select(m => m.Value));

    [Theory]
    [MemberData(nameof(Languages))]
    public void It_is_a_draft_where_it_is_no_English(string tag) => Assert.Equal(tag != English, File.ReadLines(PathOf(tag)).Take(3).Contains(Draft));

    [Theory]
    [MemberData(nameof(Languages))]
    public void It_says_nothing_that_nobody_can_keep(string tag) => Assert.DoesNotMatch(WordsTests.TooMuch(), Text(tag));

    [Theory]
    [InlineData("QueuePage", "queue")]
    [InlineData("CasePage", "case")]
    [InlineData("ReplyPage", "reply")]
    [InlineData("HandOverPage", "handover")]
    [InlineData("SecondPage", "second")]
    [InlineData("SettingsPage", "settings")]
    [InlineData("ReferPage", "refer")]
    [InlineData("PartnersPage", "refer")]
    [InlineData("MembersPage", "members")]
    [InlineData("OverviewPage", "overview")]
    [InlineData("AuditPage", "audit")]
    public void A_page_of_the_desk_leads_to_its_help(string page, string anchor)
    {
        Assert.Equal([anchor], ToHelp().Matches(Page(page)).Select(m => m.Groups[1].Value));
        Assert.Contains($"<h2 id=\"{anchor}\">", Page(nameof(HelpPage)), StringComparison.Ordinal);
    }

    private static string PathOf(string tag) => Repository.Path("docs", tag == English ? "staff-handbook.md" : $"staff-handbook.{tag}.md");

    private static string Text(string tag) => File.ReadAllText(PathOf(tag));

    private static string Page(string name) => File.ReadAllText(Repository.Path("IntakeBot", "Desk", "Pages", $"{name}.razor"));

    private static string In(string picture, string tag) => picture.Replace("-1280", $"-{tag}-1280", StringComparison.Ordinal);

    /// <summary>Of each heading its level and its numbers.</summary>
    private static string[] Outline(string tag) =>
        [.. Heading().Matches(Text(tag)).Select(m => $"{m.Groups["level"].Value} {string.Concat(Number().Matches(m.Value).Select(n => n.Value))}")];

    private static string[] Chapters(string tag) => [.. ChapterStart().Split(Text(tag))[1..]];

    private static IEnumerable<(string Says, string To)> Pictures(string text) =>
        Link().Matches(text).Where(m => m.Value[0] == '!').Select(m => (m.Groups["says"].Value, m.Groups["to"].Value));

    private static string[] Nevers(string tag) =>
        [.. Text(tag).Split(Never)[1].Split('\n').SkipWhile(l => !l.StartsWith("- ", StringComparison.Ordinal)).TakeWhile(l => l.StartsWith("- ", StringComparison.Ordinal))];

    /// <summary>Every sentence of the desk, and the first of each; gaps are "…".</summary>
    private static ILookup<string, Phrase> Words(string tag)
    {
        var words = DeskWords.Of(tag);
        return Enum.GetValues<Phrase>()
            .SelectMany(phrase => new[] { words[phrase], FirstSentence().Match(words[phrase]).Value }.Select(text => (Text: Plain(Gap().Replace(text, "…")), Phrase: phrase)))
            .Distinct()
            .ToLookup(w => w.Text, w => w.Phrase);
    }

    private static string Plain(string text) => text.TrimEnd('.', '。', ':', '：');

    [GeneratedRegex(@"^(?<level>#+) .*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?=## )", RegexOptions.Multiline)]
    private static partial Regex ChapterStart();

    [GeneratedRegex(@"\d+\.?")]
    private static partial Regex Number();

    [GeneratedRegex(@"^\d+\. ", RegexOptions.Multiline)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"!?\[(?<says>[^\]]*)\]\((?<to>[^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\*\*(.+?)\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])\*\*(?=\S)[^*]+?\S\*\*(?![\p{L}\p{N}])|\*\*(?=[\p{L}\p{N}])[^*]*?[\p{L}\p{N}]\*\*")]
    private static partial Regex Shown();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Example();

    [GeneratedRegex(@"^.*?(?:[.](?=\s|$)|。|$)")]
    private static partial Regex FirstSentence();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Gap();

    [GeneratedRegex("""DeskPaths\.Help\) \+ "#(\w+)"\)"[^>]* aria-label="@words\[Phrase\.HelpHere\]">\?</a>""")]
    private static partial Regex ToHelp();
}
