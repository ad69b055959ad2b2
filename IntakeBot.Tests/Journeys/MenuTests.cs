using IntakeBot.Core.Sealing;
using IntakeBot.Phone;
using IntakeBot.Tests.Support;
using static IntakeBot.Tests.Journeys.Walks;

namespace IntakeBot.Tests.Journeys;

/// <summary>What may be read beside the questions: it stores nothing, and leads back to where she was.</summary>
public sealed class MenuTests : IAsyncLifetime
{
    private TestHotline _hotline = null!;
    private PhonePerson _person = null!;

    public async ValueTask InitializeAsync()
    {
        _hotline = await TestHotline.StartAsync(parts: parts => parts with { Booklet = ShippedQuestionnaire.Booklet });
        _person = _hotline.World.Join("Test");
        _person.Start();
    }

    public ValueTask DisposeAsync() => _hotline.DisposeAsync();

    [Fact]
    public async Task From_the_danger_screen_numbers_to_call_are_three_presses_away_and_store_nothing()
    {
        await _person.TapAsync([.. Gate, "Today"]);
        await _person.SeeAsync("We have it.");
        var row = OnlyRow();

        await _person.TapAsync("Numbers to call", "South Korea");

        var page = await _person.SeeAsync("1366 ");
        Assert.Contains("Only you know if a call is safe.", page.Text, StringComparison.Ordinal);
        Assert.Equal(row, OnlyRow());
        await _person.TapAsync("Back");
        await _person.SeeAsync("We have it.");
        await _person.TapAsync("Go on");
        await _person.SeeAsync("Who needs help?");
    }

    [Fact]
    public async Task From_a_question_the_menu_leads_back_to_the_same_question_also_after_a_restart()
    {
        await _person.TapAsync([.. Gate, "Not now", "More", "Is this really you?"]);
        await _person.SeeAsync("two cups of tea");
        await _hotline.StopServerAsync();
        await _hotline.StartServerAsync();
        await _person.TapAsync("↻", "Yes, I am alone");
        await _person.SeeAsync("Who needs help?");

        await _person.TapAsync("More", "Back", "Me");

        Assert.Equal(("not_now", "me"), (_hotline.OnlyAnswers()["danger"], _hotline.OnlyAnswers()["who"]));
    }

    [Fact]
    public async Task On_the_way_back_from_a_cover_it_leads_to_safe_now_and_that_to_the_same_question()
    {
        await _person.TapAsync([.. Gate, "Not now", "Hide", "↻", "More", "Is this really you?", "Back"]);
        await _person.SeeAsync("Can you look at this safely now?");

        await _person.TapAsync("Yes, I am alone");

        await _person.SeeAsync("Who needs help?");
        Assert.Equal("not_now", _hotline.OnlyAnswers()["danger"]);
    }

    [Fact]
    public async Task Before_consent_the_menu_leads_back_to_safe_now()
    {
        await _person.TapAsync("English", "More", "Numbers to call", "Japan", "Back");

        await _person.SeeAsync("Can you look at this safely now?");
        Assert.Empty(_hotline.Store.Manifest(RowKind.Hot, null, 1));
    }

    [Fact]
    public async Task After_a_new_start_the_menu_leads_back_to_safe_now_and_not_past_it()
    {
        await _person.TapAsync([.. Gate, "Not now"]);
        await _person.SeeAsync("Who needs help?");
        _person.Start();
        await _person.TapAsync("More", "Is this really you?", "Back");

        await _person.SeeAsync("Can you look at this safely now?");
        await _person.TapAsync("Yes, I am alone");
        await _person.SeeAsync("Who needs help?");
    }

    [Fact]
    public async Task Hide_on_a_page_remembers_her_question()
    {
        await _person.TapAsync([.. Gate, "Not now", "More", "What you keep", "Hide", "↻", "Yes, I am alone"]);

        await _person.SeeAsync("Who needs help?");
    }

    [Fact]
    public async Task Where_the_leaflets_of_a_language_have_no_words_that_is_said()
    {
        await _person.TapAsync("日本語", "ほかに", "本当にあなたたちですか");

        await _person.SeeAsync("印刷した言葉はありません");
    }

    [Fact]
    public async Task A_closed_hotline_says_so_before_consent_and_lets_go_on_who_is_in_the_middle()
    {
        await _person.TapAsync([.. Gate, "Not now"]);
        _hotline.Parts = parts => parts with { Booklet = ShippedQuestionnaire.Booklet, IsClosed = true };
        await _hotline.RestartServerAsync();
        var late = _hotline.World.Join("Late");
        late.Start();

        await late.TapAsync("English", "Yes, I am alone");
        await late.SeeAsync("We are closed for a while.");
        await late.TapAsync("Numbers to call", "China", "Back");
        await late.SeeAsync("Can you look at this safely now?");
        await _person.TapAsync("↻", "Yes, I am alone", "Me");

        Assert.Equal("me", _hotline.OnlyAnswers()["who"]);
    }

    private RowVersion OnlyRow() => Assert.Single(_hotline.Store.Manifest(RowKind.Hot, null, 10)).Version;
}
