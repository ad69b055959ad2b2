using IntakeBot.Core.Hotline;
using IntakeBot.Core.Sealing;
using IntakeBot.Phone;
using IntakeBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Journeys;

/// <summary>What she sends though only buttons are read: deleted, one hint, and the third time the screen hides.</summary>
public sealed class UnaskedTests : IAsyncLifetime
{
    private const string Hint = "press the buttons only";

    private WeatherRig _rig = null!;

    public static TheoryData<string> Kinds => [.. PhonePerson.Kinds];

    private PhonePerson Person => _rig.Person;

    public async ValueTask InitializeAsync() => _rig = await WeatherRig.StartAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Whatever_is_sent_is_deleted_and_never_downloaded(string kind)
    {
        var row = OnlyRow();

        _ = Person.SendAny(kind);

        await Person.WaitForScreenAsync(s => s.Any(m => Taps.Shows(m, Hint)), Taps.Patience);
        await _rig.CalmAsync();
        Assert.Equal(kind == "dice", Person.Screen.Any(m => m.FromPerson));
        Assert.Equal(row, OnlyRow());
        Assert.All(_rig.Calls(), c => Assert.Contains(c.Method, new[] { "sendMessage", "editMessageText", "deleteMessages", "answerCallbackQuery" }));
        Person.Press("Not now");
        await Person.WaitForScreenAsync(s => s.Any(m => Taps.Shows(m, "Who needs help?")), Taps.Patience);
    }

    [Fact]
    public async Task Dice_which_Telegram_lets_nobody_delete_keep_nothing_else()
    {
        await _rig.Hotline.StopServerAsync();
        _ = Person.SendAny("dice");
        Person.Type("my name");
        await _rig.Hotline.StartServerAsync();

        await Person.WaitForScreenAsync(s => s.Count(m => m.FromPerson) == 1, Taps.Patience);

        Assert.Equal("dice", Person.Screen.Single(m => m.FromPerson).Attachment);
    }

    [Fact]
    public async Task The_hint_comes_once_and_the_third_thing_hides_the_screen()
    {
        await SendAsync("my name");
        Assert.True(_rig.Shows(Hint));
        var edits = _rig.World.Requests.Count("editMessageText");
        await SendAsync("is");
        Assert.Equal(edits, _rig.World.Requests.Count("editMessageText"));

        await SendAsync("Kim");

        await Person.SeeAsync("↻");
        Assert.Single(Person.Screen);
        await SendAsync("one", "two", "three", "four");
        Assert.Equal(edits + 1, _rig.World.Requests.Count("editMessageText"));
        await Person.TapAsync("↻", "Yes, I am alone");
        await Person.SeeAsync("Are you in danger?");
    }

    [Fact]
    public async Task A_press_in_between_begins_the_count_anew()
    {
        await SendAsync("one", "two");
        await Person.TapAsync("Not now");
        await SendAsync("three", "four");
        Assert.True(_rig.Shows("Who needs help?"));
        Assert.False(_rig.Shows(Hint));

        await SendAsync("five");

        await Person.SeeAsync("↻");
    }

    [Fact]
    public async Task What_comes_twice_counts_once()
    {
        _rig.Weather.Switch("duplicates", on: true);

        await SendAsync("one", "two");

        Assert.True(_rig.Shows("Are you in danger?"));
    }

    [Fact]
    public async Task At_the_choice_of_language_nothing_hides()
    {
        var person = _rig.World.Join("New");
        person.Start();
        await person.SeeAsync("English");
        for (var i = 0; i < 5; i++)
        {
            person.Type("words");
        }

        await _rig.CalmAsync();

        await person.TapAsync("English");
        await person.SeeAsync("Can you look at this safely now?");
    }

    [Fact]
    public async Task The_third_overtakes_a_slow_call_as_Hide_does_and_stays_where_that_arrives_after_it()
    {
        await SendAsync("one");
        await _rig.PassAsync(TimeSpan.FromSeconds(1));
        var calls = _rig.Calls().Count;
        _rig.Weather.Delay("editMessageText", TimeSpan.FromSeconds(9));
        Person.Press("Not now");
        await WeatherRig.NowAsync("the slow call", () => _rig.Weather.Held == 1);
        _rig.Weather.Clear();
        foreach (var words in new[] { "two", "three", "four" })
        {
            Person.Type(words);
        }

        await _rig.UntilAsync("the cover", () => Person.Screen.Any(m => Taps.Shows(m, "↻")));
        Assert.Equal(1, _rig.Calls(calls).Count(c => c.Method == "editMessageText"));
        await _rig.UntilAsync("the slow call", () => _rig.Calls(calls).Count(c => c.Method == "editMessageText") == 3);
        await _rig.CalmAsync();

        Assert.True(_rig.Shows("↻"));
        Assert.Single(Person.Screen);
        Assert.Equal("not_now", _rig.Hotline.OnlyAnswers()["danger"]);
    }

    [Fact]
    public void Ten_minutes_later_hint_and_count_begin_anew_and_an_album_counts_once()
    {
        var time = new FakeTimeProvider(new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        var floods = new Floods(new(), time);
        Assert.Equal([true, false], [floods.TryHint(7), floods.TryHint(7)]);
        Assert.Equal([false, false, false], [floods.IsThird(7, "album"), floods.IsThird(7, "album"), floods.IsThird(7, "b")]);
        time.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));

        Assert.True(floods.TryHint(7));
        Assert.Equal([false, false, true, false], [floods.IsThird(7, "c"), floods.IsThird(7, "d"), floods.IsThird(7, "e"), floods.IsThird(7, "f")]);
    }

    private async Task SendAsync(params string[] words)
    {
        foreach (var word in words)
        {
            Person.Type(word);
            await Person.WaitForScreenAsync(s => !s.Any(m => m.FromPerson), Taps.Patience);
            await _rig.CalmAsync();
        }
    }

    private RowVersion OnlyRow() => Assert.Single(_rig.Hotline.Store.Manifest(RowKind.Hot, null, 10)).Version;
}
