using IntakeBot.Core.Conversations;
using IntakeBot.Core.Hotline;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Journeys;

/// <summary>/privacy and /what-we-keep: answered in any state, from what is really kept, and telling nobody what the bot is for.</summary>
public sealed class PrivacyTests
{
    private static readonly Booklet Composed = ShippedQuestionnaire.Booklet with
    {
        Kept = [.. ShippedQuestionnaire.Value.Languages.Select(l => KeptText.Compose(l, new() { IntakeDays = 21 }))],
        Privacy = [.. ShippedQuestionnaire.Value.Languages.Select(l => PrivacyText.Compose(l, new() { IntakeDays = 21 }, new()))],
    };

    [Theory]
    [InlineData("/privacy", "Your privacy here")]
    [InlineData("/what-we-keep", "What stays here")]
    [InlineData("/what_we_keep", "What stays here")]
    public async Task In_the_middle_of_her_answers_it_is_a_page_that_leads_back(string command, string title)
    {
        await using var hotline = await TestHotline.StartAsync(parts: parts => parts with { Booklet = Composed });
        var person = hotline.World.Join("Test");
        person.Start();
        await person.TapAsync([.. Walks.Gate, "Not now"]);
        await person.SeeAsync("Who needs help?");

        person.Type(command);

        var page = await person.SeeAsync(title);
        await person.WaitForScreenAsync(s => s.Count == 1, Taps.Patience);
        Assert.Contains("21 days", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Hide", "Back"], page.Buttons.Select(b => b.Label));
        await person.TapAsync("Back", "Me");
        Assert.Equal("me", hotline.OnlyAnswers()["who"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task On_a_cover_it_says_the_truth_and_nothing_of_what_this_is(bool started)
    {
        await using var hotline = await TestHotline.StartAsync(parts: parts => parts with { Booklet = Composed, Entry = new([("blue kettle", 0)], []) });
        var person = hotline.World.Join("Test");
        if (started)
        {
            person.Start();
            await person.SeeAsync("1 kg = 2 jin");
        }

        person.Type("/privacy");

        var page = await person.SeeAsync("Telegram can see what you press and write.");
        Assert.Equal("↻", Assert.Single(page.Buttons).Label);
        Assert.All(["help", "danger", "hotline", "safe now"], word => Assert.DoesNotContain(word, page.Text, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(hotline.Store.Manifest(RowKind.Hot, null, 1));
        await person.TapAsync("↻");
        await person.SeeAsync("1 kg = 2 jin");
        person.Type("blue kettle");
        await person.SeeAsync("Can you look at this safely now?");
    }

    [Fact]
    public async Task Without_a_cover_a_stranger_gets_it_too_and_comes_from_there_to_safe_now()
    {
        await using var hotline = await TestHotline.StartAsync(parts: parts => parts with { Booklet = Composed });
        var person = hotline.World.Join("Test");

        person.Type("/privacy");

        await person.SeeAsync("Your privacy here");
        await person.TapAsync("Back");
        await person.SeeAsync("Can you look at this safely now?");
    }

    [Fact]
    public async Task The_menu_has_what_is_kept()
    {
        await using var hotline = await TestHotline.StartAsync(parts: parts => parts with { Booklet = Composed });
        var person = hotline.World.Join("Test");
        person.Start();

        await person.TapAsync("English", "More", "What you keep");

        await person.SeeAsync("We keep no name, no number and no account of yours from Telegram.");
    }
}
