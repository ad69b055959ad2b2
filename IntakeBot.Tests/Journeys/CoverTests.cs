using IntakeBot.Core.Covers;
using IntakeBot.Core.Hotline;
using IntakeBot.Core.Sealing;
using IntakeBot.Phone;
using IntakeBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using static IntakeBot.Tests.Journeys.Walks;

namespace IntakeBot.Tests.Journeys;

/// <summary>A bot with a cover and an entry word: who does not know the word meets a converter of units that works, and nothing else.</summary>
public sealed class CoverTests : IAsyncLifetime
{
    private const string Word = "blue kettle";
    private const string Link = "spring24";

    private readonly FakeTimeProvider _time = new(new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private TestHotline _hotline = null!;
    private PhonePerson _person = null!;

    public async ValueTask InitializeAsync()
    {
        _hotline = await TestHotline.StartAsync(time: _time, parts: Covered);
        _person = _hotline.World.Join("Test");
        _person.Start();
        await _person.SeeAsync("1 kg = 2 jin");
    }

    public ValueTask DisposeAsync() => _hotline.DisposeAsync();

    [Fact]
    public async Task It_converts_what_is_typed_and_turns_its_pages_and_keeps_nothing()
    {
        _person.Type("12,5");
        await _person.SeeAsync("12.5 kg = 25 jin = 27.56 lb");
        await _person.TapAsync("Length");
        await _person.SeeAsync("1 m = 3 chi");
        _person.Type("３０");
        await _person.SeeAsync("30 m = 90 chi");
        await _person.TapAsync("↻");
        await _person.SeeAsync("1 km = 2 li");

        Assert.Single(_person.Screen);
        Assert.Empty(_hotline.Store.Manifest(RowKind.Hot, null, 1));
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("-5")]
    [InlineData("1000000000")]
    [InlineData("blue")]
    [InlineData("/help")]
    public async Task What_it_does_not_understand_is_deleted_and_changes_nothing(string typed)
    {
        var shown = _person.Screen[^1].Text;

        _person.Type(typed);

        await _person.WaitForScreenAsync(s => !s.Any(m => m.FromPerson), Taps.Patience);
        await _hotline.SettleAsync();
        Assert.Equal(shown, Assert.Single(_person.Screen).Text);
    }

    [Theory]
    [InlineData("blue kettle")]
    [InlineData("  Blue\u200B Kettle. ")]
    [InlineData("BLUEKETTLE")]
    public async Task The_word_opens_the_gate_in_the_language_of_its_leaflet(string typed)
    {
        _person.Type(typed);

        await _person.SeeAsync("Can you look at this safely now?");
        await _person.WaitForScreenAsync(s => s.Count == 1, Taps.Patience);
        await _person.TapAsync([.. Gate.Skip(1), "Today"]);
        Assert.Equal("today", _hotline.OnlyAnswers()["danger"]);
    }

    [Fact]
    public async Task A_leaflet_link_opens_the_gate_too_and_another_link_does_not()
    {
        _person.Start("spring25");
        await _person.SeeAsync("1 kg = 2 jin");
        _person.Start(Link);

        await _person.SeeAsync("지금 마음 놓고 볼 수 있습니까?");
    }

    [Fact]
    public async Task After_Hide_the_cover_leads_nowhere_until_the_word_is_typed_and_then_back_to_her_question()
    {
        await EnterAsync();
        await _person.TapAsync("Not now", "Hide");
        await _person.SeeAsync("1 kg = 2 jin");

        await _person.TapAsync("↻");
        await _person.SeeAsync("1 m = 3 chi");
        _person.Type(Word);
        await _person.TapAsync("Yes, I am alone");

        await _person.SeeAsync("Who needs help?");
        Assert.Equal("not_now", _hotline.OnlyAnswers()["danger"]);
    }

    [Fact]
    public async Task START_in_the_middle_of_her_answers_shows_the_cover_and_the_word_leads_back()
    {
        await EnterAsync();
        await _person.TapAsync("Not now");
        await _person.SeeAsync("Who needs help?");

        _person.Start();
        await _person.SeeAsync("1 kg = 2 jin");
        await _person.WaitForScreenAsync(s => s.Count == 1, Taps.Patience);
        _person.Type(Word);
        await _person.TapAsync("Yes, I am alone");

        await _person.SeeAsync("Who needs help?");
    }

    [Fact]
    public async Task An_idle_screen_hides_behind_the_same_cover_and_its_button_is_the_covers_own()
    {
        await EnterAsync();
        await _person.SeeAsync("Are you in danger?");
        for (var i = 0; i < 40; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(5);
        }

        await _person.SeeAsync("1 kg = 2 jin");
        await _person.TapAsync("↻");
        await _person.SeeAsync("1 m = 3 chi");
        _person.Type(Word);
        await _person.TapAsync("Yes, I am alone");
        await _person.SeeAsync("Are you in danger?");
    }

    [Fact]
    public async Task A_press_under_way_when_the_cover_comes_is_kept_and_shows_nothing()
    {
        await EnterAsync();
        var shown = await _person.SeeAsync("Are you in danger?");
        for (var i = 0; i < 40; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(5);
        }

        await _person.SeeAsync("1 kg = 2 jin");
        _person.PressData(shown.Id, shown.Buttons.First(b => b.Label == "Today").Data!);
        await _person.WaitForScreenAsync(_ => _person.Spinners.Count == 0, Taps.Patience);

        Assert.Contains("1 kg = 2 jin", Assert.Single(_person.Screen).Text, StringComparison.Ordinal);
        Assert.Equal("today", _hotline.OnlyAnswers()["danger"]);
    }

    [Fact]
    public async Task After_a_restart_the_word_and_then_the_old_covers_button_lead_back()
    {
        await EnterAsync();
        await _person.SeeAsync("Are you in danger?");
        await _hotline.StopServerAsync();
        await _hotline.StartServerAsync();
        var cover = await _person.SeeAsync("1 kg = 2 jin");
        var own = cover.Buttons.Single(b => b.Label == "↻").Data!;

        _person.PressData(cover.Id, own);
        await _person.SeeAsync("1 m = 3 chi");
        _person.Type(Word);
        await _person.SeeAsync("Can you look at this safely now?");
        _person.PressData(_person.Screen[^1].Id, own);
        await _person.TapAsync("Yes, I am alone");

        await _person.SeeAsync("Are you in danger?");
    }

    [Fact]
    public async Task A_chat_that_never_pressed_START_meets_the_cover_whatever_it_sends()
    {
        var other = _hotline.World.Join("Other");

        other.Type("what is this");

        await other.SeeAsync("1 kg = 2 jin");
    }

    private static HotlineParts Covered(HotlineParts parts) => parts with
    {
        Cover = CoverFile.Read(Repository.Path("config"), "units", [.. ShippedQuestionnaire.Value.Languages.Select(l => l.Tag)]).Value,
        Entry = new([(Word, 0)], [(Link, 1)]),
    };

    private async Task EnterAsync()
    {
        _person.Type(Word);
        await _person.TapAsync(Gate.Skip(1));
    }
}
