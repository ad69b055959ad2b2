using IntakeBot.Core.Sealing;
using IntakeBot.Phone;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Journeys;

/// <summary>What comes from Telegram: twice, late, from elsewhere, of no known form. Numbers are the cases of docs/weather.md.</summary>
public sealed class WeatherUpdateTests : IAsyncLifetime
{
    private static readonly string[] Allowed =
        ["getUpdates", "sendMessage", "editMessageText", "deleteMessages", "answerCallbackQuery", "leaveChat"];

    private WeatherRig _rig = null!;

    private PhonePerson Person => _rig.Person;

    public async ValueTask InitializeAsync() => _rig = await WeatherRig.StartAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Case01_Where_every_update_comes_twice_each_answer_is_sealed_once()
    {
        _rig.Weather.Switch("duplicates", on: true);

        await Person.TapAsync("Not now", "Me", "18 or more", "Skip", "Yes");
        await Person.SkipTheRestAsync();
        await Person.SeeAsync("Your answers are with us");
        await _rig.CalmAsync();

        Assert.Single(Person.Screen);
        Assert.Equal(Walks.Answers(("danger", "not_now"), ("who", "me"), ("age", "adult"), ("free", "yes")), _rig.Hotline.OnlyAnswers());
        Assert.Equal(0, _rig.Hotline.Health.Quarantined);
    }

    [Fact]
    public async Task Case02_A_press_that_comes_after_a_newer_one_changes_nothing()
    {
        var (screen, notNow, days) = (Person.Screen[^1].Id, _rig.Data("Not now"), _rig.Data("In the next days"));
        await _rig.Hotline.StopServerAsync();
        Person.PressData(screen, notNow);
        Person.PressData(screen, days);
        _rig.Weather.Switch("reorder", on: true);

        await _rig.Hotline.StartServerAsync();

        await Person.SeeAsync("Who needs help?");
        await _rig.CalmAsync();
        Assert.Equal(["days", ""], _rig.Hotline.OnlyAnswers().Take(2).Select(a => a.Value));
        Assert.Single(Person.Screen);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(100_000)]
    public async Task Case03_Update_ids_that_begin_anew_lower_are_handled_and_confirmed(int lower)
    {
        await _rig.CalmAsync();
        await _rig.UntilAsync("a poll that brought nothing", () => _rig.Polls > 0 && EmptyPoll(), stepMilliseconds: 10_000);
        _rig.Weather.Happen("restart-ids", count: lower);

        await Person.TapAsync("Not now", "Me", "18 or more");
        await Person.SeeAsync("Is anyone sick");
        await _rig.CalmAsync();

        Assert.Equal("adult", _rig.Hotline.OnlyAnswers()["age"]);

        bool EmptyPoll()
        {
            var recent = _rig.World.Requests.Recent;
            return recent.Count > 1 && recent[^1].Method == "getUpdates" && _rig.World.Bot.IsPolled;
        }
    }

    [Fact]
    public async Task Case03_A_gap_in_the_update_ids_is_nothing()
    {
        await Person.TapAsync("Not now");
        _rig.Weather.Happen("gap");

        var polls = _rig.Polls;

        await Person.TapAsync("Me");

        await Person.SeeAsync("How old is the person");
        await _rig.CalmAsync();
        Assert.InRange(_rig.Polls - polls, 1, 4);
    }

    [Fact]
    public async Task Case27_88_Updates_of_no_known_form_are_set_aside_and_hold_nobody_up()
    {
        var (screen, notNow) = (Person.Screen[^1].Id, _rig.Data("Not now"));
        await _rig.Hotline.StopServerAsync();
        _rig.Weather.Happen("poison");
        Person.PressData(screen, notNow);
        _rig.Weather.Happen("poison");

        await _rig.Hotline.StartServerAsync();

        await Person.SeeAsync("Who needs help?");
        await _rig.CalmAsync();
        Assert.InRange(_rig.Hotline.Health.Quarantined, 8, 18);
        Assert.Equal(0, _rig.LogLines("Error"));
    }

    [Fact]
    public async Task Case27_A_batch_without_any_update_id_is_not_asked_for_again_and_again()
    {
        var unreadable = BotReply.Ok(["null"u8.ToArray(), "[1]"u8.ToArray()]);
        var (screen, notNow) = (Person.Screen[^1].Id, _rig.Data("Not now"));
        var before = _rig.Polls;
        _rig.Weather.Blows("unreadable", "getUpdates", new() { Reply = unreadable });
        await _rig.UntilAsync("the first such batch", () => _rig.Hotline.Health.Quarantined >= 2, stepMilliseconds: 10_000);
        await _rig.PassAsync(TimeSpan.FromMinutes(10));

        Assert.InRange(_rig.Polls - before, 2, 30);
        _rig.Weather.Blows("unreadable", "getUpdates", blow: null);
        Person.PressData(screen, notNow);
        await _rig.UntilAsync("what comes before the next question", () => _rig.Shows("Can you look at this safely now?"), stepMilliseconds: 1000);
    }

    [Theory]
    [InlineData("group")]
    [InlineData("channel")]
    public async Task Case29_A_group_or_channel_is_left_at_once_and_told_nothing(string place)
    {
        var calls = _rig.Calls().Count;
        _rig.Weather.Happen(place);

        await WeatherRig.NowAsync("leaving", () => _rig.World.Requests.Count("leaveChat") > 0);
        await _rig.CalmAsync();

        Assert.All(_rig.Calls(calls), c => Assert.Equal("leaveChat", c.Method));
    }

    [Fact]
    public async Task Case30_A_press_on_an_inline_message_is_answered_and_nothing_else()
    {
        var calls = _rig.Calls().Count;
        _rig.Weather.Happen("inline");

        await WeatherRig.NowAsync("the answer", () => _rig.Calls().Count > calls);
        await _rig.CalmAsync();

        Assert.Equal(["answerCallbackQuery"], _rig.Calls(calls).Select(c => c.Method));
    }

    [Fact]
    public async Task Case31_Somebody_elses_button_shows_and_stores_nothing()
    {
        var (row, calls) = (OnlyRow(), _rig.Calls().Count);
        _rig.Weather.Happen("forwarded-press", Person);

        await WeatherRig.NowAsync("the answer", () => _rig.Calls().Count > calls);
        await _rig.CalmAsync();

        Assert.Equal(["answerCallbackQuery"], _rig.Calls(calls).Select(c => c.Method));
        Assert.Equal(row, OnlyRow());
    }

    [Fact]
    public async Task Case39_A_flood_of_words_is_deleted_in_batches_with_one_hint()
    {
        var (row, calls) = (OnlyRow(), _rig.Calls().Count);
        await _rig.Hotline.StopServerAsync();
        _rig.Weather.Happen("flood", Person, 250);
        await _rig.Hotline.StartServerAsync();
        await Person.WaitForScreenAsync(s => !s.Any(m => m.FromPerson), Taps.Patience);
        await _rig.CalmAsync();

        Assert.Equal(row, OnlyRow());
        Assert.InRange(_rig.Calls(calls).Count, 2, 60);
        Assert.InRange(Person.Screen.Count, 1, 2);
    }

    [Fact]
    public async Task Case46_47_48_Whatever_is_sent_is_deleted_and_never_downloaded()
    {
        var row = OnlyRow();
        _rig.Weather.Happen("video", Person);
        _rig.Weather.Happen("forward", Person);

        await Person.SeeAsync("press the buttons only");
        await Person.WaitForScreenAsync(s => s.Count == 1, Taps.Patience);
        await _rig.CalmAsync();

        Assert.Equal(row, OnlyRow());
        Assert.All(_rig.World.Requests.Recent, r => Assert.Contains(r.Method, Allowed));
        Assert.Equal(0, _rig.World.Requests.Count("getFile"));
    }

    [Theory]
    [InlineData("edit", "Case49")]
    [InlineData("reply", "Case50")]
    public async Task Case49_50_An_edit_or_a_reply_is_words_like_others(string weather, string traced)
    {
        Assert.NotEmpty(traced);
        var row = OnlyRow();
        _rig.Weather.Happen(weather, Person);

        await Person.SeeAsync("press the buttons only");
        await _rig.CalmAsync();

        Assert.Equal(row, OnlyRow());
        await Person.TapAsync("Not now");
        await Person.SeeAsync("Who needs help?");
    }

    [Theory]
    [InlineData("reaction")]
    [InlineData("pin")]
    [InlineData("timer")]
    public async Task Case50_A_reaction_a_pin_or_a_timer_brings_nothing_up(string weather)
    {
        var (shown, calls) = (Person.Draw(), _rig.Calls().Count);
        _rig.Weather.Happen(weather, Person);

        await WeatherRig.NowAsync("its confirmation", () => _rig.World.Bot.PendingUpdates == 0);
        await _rig.CalmAsync();

        Assert.Equal(shown, Person.Draw());
        Assert.All(_rig.Calls(calls), c => Assert.Equal("deleteMessages", c.Method));
    }

    [Fact]
    public async Task Case51_52_Start_in_the_middle_asks_whether_it_is_safe_and_loses_nothing()
    {
        await Person.TapAsync("Not now");
        Person.Start("../../'; drop table intakes; --");

        await Person.TapAsync("Yes, I am alone");

        await Person.SeeAsync("Who needs help?");
        await _rig.CalmAsync();
        Assert.Equal("not_now", _rig.Hotline.OnlyAnswers()["danger"]);
    }

    [Fact]
    public async Task Case53_54_Who_deleted_the_chat_and_comes_back_after_a_while_begins_anew()
    {
        await Person.TapAsync("Not now");
        Person.DeleteChat();
        await _rig.PassAsync(TimeSpan.FromMinutes(32));

        Person.Type("/erase@otherbot");

        await Person.SeeAsync("English");
        Assert.Equal("not_now", _rig.Hotline.OnlyAnswers()["danger"]);
    }

    private RowVersion OnlyRow() => Assert.Single(_rig.Hotline.Store.Manifest(RowKind.Hot, null, 10)).Version;
}
