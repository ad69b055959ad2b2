using IntakeBot.Core.Covers;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Covers;

/// <summary>The covers that ship work, in every language, at every page.</summary>
public sealed class ShippedCoverTests
{
    private static readonly string[] Tags = [.. ShippedQuestionnaire.Value.Languages.Select(l => l.Tag)];

    public static TheoryData<string> Names => ["units", "phrase"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_page_in_every_language_fits_a_screen_and_turns_on(string name)
    {
        var cover = Read(name);
        for (byte language = 0; language < Tags.Length; language++)
        {
            var texts = new HashSet<string>();
            var page = 0;
            for (var turn = 0; turn < 14; turn++, page = cover.After(page))
            {
                var card = cover.Draw(language, page, null, 20_000);
                Assert.InRange(card.Text.Length, 10, 500);
                Assert.All(card.Rows.SelectMany(r => r), b => Assert.InRange(b.Page, 0, 31));
                _ = texts.Add(card.Text);
            }

            Assert.True(texts.Count >= 4, $"{Tags[language]} shows only {texts.Count} cards");
        }
    }

    [Theory]
    [InlineData(0, "1", "1 kg = 2 jin = 2.205 lb\n1 jin = 0.5 kg = 1.102 lb\n1 lb = 0.45359 kg = 0.90718 jin")]
    [InlineData(1, "30", "30 m = 90 chi = 98.43 ft")]
    [InlineData(3, "10000", "10000 m² = 15 mu = 3025 pyeong")]
    public void Its_conversions_are_right(int page, string typed, string expected)
    {
        var cover = Read("units");

        Assert.True(cover.TryRead(typed, out var amount));
        Assert.Contains(expected, cover.Draw(0, page, amount, 0).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_phrase_is_another_one_tomorrow()
    {
        var cover = Read("phrase");

        Assert.NotEqual(cover.Draw(0, 0, null, 20_000).Text, cover.Draw(0, 0, null, 20_001).Text);
        Assert.False(cover.TryRead("5", out _));
    }

    private static Cover Read(string name)
    {
        var reading = CoverFile.Read(Repository.Path("config"), name, Tags);
        Assert.Empty(reading.Problems);
        return reading.Value!;
    }
}
