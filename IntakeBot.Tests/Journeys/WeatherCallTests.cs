using IntakeBot.Phone;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Journeys;

/// <summary>What befalls the hotline's calls: refused, cut, lost, late. Numbers are the cases of docs/weather.md.</summary>
public sealed class WeatherCallTests : IAsyncLifetime
{
    private WeatherRig _rig = null!;

    private PhonePerson Person => _rig.Person;

    public async ValueTask InitializeAsync() => _rig = await WeatherRig.StartAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Case14_After_a_429_nobody_calls_until_it_is_over_and_then_Hide_goes_first()
    {
        var (second, hiding) = (await _rig.JoinAsync("Second"), await _rig.JoinAsync("Hiding"));
        await _rig.CalmAsync();
        var presses = new[] { Person, second, hiding }.Select(p => (Screen: p.Screen[^1].Id, Today: Button(p, "Today"), Hide: Button(p, "Hide"))).ToList();
        _rig.Hotline.DrawsPerSecond = 1;
        await _rig.Hotline.RestartServerAsync();
        var calls = _rig.Calls().Count;
        _rig.Weather.Switch("429-storm", on: true);
        Person.PressData(presses[0].Screen, presses[0].Today);
        await WeatherRig.NowAsync("the 429", () => _rig.Calls(calls).Count == 1);
        second.PressData(presses[1].Screen, presses[1].Today);
        hiding.PressData(presses[2].Screen, presses[2].Hide);
        await _rig.UntilAsync("all to wait", () => _rig.Hotline.Outbox.Busy == 3, stepMilliseconds: 50);
        _rig.Weather.Switch("429-storm", on: false);
        Assert.Single(_rig.Calls(calls));

        await _rig.UntilAsync("the others", () => Taps.Shows(second.Screen[^1], "A person will read") && _rig.Shows("A person will read"));

        var edits = _rig.Calls(calls).Where(c => c.Method == "editMessageText").ToList();
        Assert.Equal([(Person.Id, 429), (hiding.Id, 200)], edits.Take(2).Select(e => (e.ChatId!.Value, e.Status)));
        Assert.True(edits[1].At - edits[0].At >= TimeSpan.FromSeconds(3));
        Assert.Equal(4, edits.Count);
        Assert.True(Taps.Shows(hiding.Screen[^1], "↻"));

        static string Button(PhonePerson person, string label) => person.Screen[^1].Buttons.Single(b => b.Label == label).Data!;
    }

    [Fact]
    public async Task Case14_A_long_storm_is_met_with_one_call_for_each_wait()
    {
        await _rig.CalmAsync();
        var calls = _rig.Calls().Count;
        _rig.Weather.Switch("429-storm", on: true);
        Person.Press("Today");
        await _rig.PassAsync(TimeSpan.FromMinutes(2));

        Assert.InRange(_rig.Calls(calls).Count, 2, 42);
        Assert.Equal("today", _rig.Hotline.OnlyAnswers()["danger"]);
        _rig.Weather.Clear();
        await _rig.UntilAsync("the screen", () => _rig.Shows("A person will read"));
    }

    [Fact]
    public async Task Case14_A_429_on_the_poll_is_obeyed()
    {
        await _rig.CalmAsync();
        _rig.Weather.Fail("getUpdates", times: 1, status: 429, retryAfter: 20);
        await _rig.UntilAsync("the 429", () => _rig.State is IntakeBot.Messenger.PollState.Away, stepMilliseconds: 1000);
        var refused = _rig.World.Requests.Recent[^1].At;
        Person.Press("Not now");
        await _rig.UntilAsync("the next question", () => _rig.Shows("Who needs help?"));

        Assert.True(_rig.Person.Screen[^1].EditedAt - refused >= TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Case14_What_she_typed_is_deleted_even_if_deleting_met_a_429()
    {
        _rig.Weather.Fail("deleteMessages", times: 2, status: 429, retryAfter: 5);
        Person.Type("my name");

        await _rig.UntilAsync("a clean chat", () => Person.Screen is [{ FromPerson: false }]);
    }

    [Theory]
    [InlineData("5xx")]
    [InlineData("reset-before")]
    public async Task Case15_Where_calls_fail_they_are_tried_again_more_and_more_slowly(string weather)
    {
        await _rig.CalmAsync();
        var calls = _rig.Calls().Count;
        _rig.Weather.Switch(weather, on: true);
        Person.Press("Not now");
        await _rig.PassAsync(TimeSpan.FromMinutes(2));

        Assert.InRange(_rig.Calls(calls).Count, 5, 40);
        Assert.Equal("not_now", _rig.Hotline.OnlyAnswers()["danger"]);
        _rig.Weather.Clear();
        await _rig.UntilAsync("the next question", () => _rig.Shows("Who needs help?"));
        await Person.WaitForScreenAsync(_ => Person.Spinners.Count == 0, Taps.Patience);
    }

    [Fact]
    public async Task Case15_After_an_outage_of_ten_minutes_all_goes_on()
    {
        await _rig.CalmAsync();
        var polls = _rig.Polls;
        _rig.Weather.Switch("outage", on: true);
        await _rig.PassAsync(TimeSpan.FromMinutes(10));

        Assert.InRange(_rig.Polls - polls, 3, 30);
        Assert.Equal(IntakeBot.Messenger.PollState.Away, _rig.State);
        Assert.Equal(0, _rig.LogLines("Critical"));
        _rig.Weather.Clear();
        await _rig.UntilAsync("a poll", () => _rig.World.Bot.IsPolled, stepMilliseconds: 1000);
        await _rig.UntilAsync("the idle cover", () => _rig.Shows("↻"));
        await Person.TapAsync("↻", "Yes, I am alone", "Not now");
        await Person.SeeAsync("Who needs help?");
        Assert.Equal(IntakeBot.Messenger.PollState.Polling, _rig.State);
    }

    [Fact]
    public async Task Case15_An_idle_cover_is_never_given_up_so_that_what_she_sees_is_what_is_remembered()
    {
        await _rig.CalmAsync();
        _rig.Weather.Switch("outage", on: true);
        await _rig.PassAsync(TimeSpan.FromMinutes(20));
        _rig.Weather.Clear();

        await _rig.UntilAsync("the cover", () => _rig.Shows("↻"));
        await _rig.UntilAsync("a poll", () => _rig.World.Bot.IsPolled, stepMilliseconds: 1000);

        await Person.TapAsync("↻", "Yes, I am alone", "Not now");
        await Person.SeeAsync("Who needs help?");
    }

    [Fact]
    public async Task Case16_An_edit_whose_answer_was_lost_is_done_at_the_second_try()
    {
        await _rig.CalmAsync();
        _rig.Weather.DropResponse("editMessageText", times: 1);
        var calls = _rig.Calls().Count;
        Person.Press("Not now");

        await _rig.UntilAsync("the answer", () => Person.Spinners.Count == 0);

        Assert.Equal(
            [("editMessageText", 200), ("editMessageText", 400), ("answerCallbackQuery", 200)],
            _rig.Calls(calls).Select(c => (c.Method, c.Status)));
        Assert.True(_rig.Shows("Who needs help?"));
        Assert.Single(Person.Screen);
        Assert.Equal(0, _rig.LogLines("Warning IntakeBot"));
    }

    [Fact]
    public async Task Case16_Of_two_screens_after_a_lost_answer_the_pressed_one_stays()
    {
        var other = _rig.World.Join("Other");
        _rig.Weather.DropResponse("sendMessage", times: 1);
        other.Start();
        await _rig.UntilAsync("two screens", () => other.Screen.Count == 2 && !other.Screen.Any(m => m.FromPerson));

        other.PressData(other.Screen[0].Id, other.Screen[0].Buttons.Single(b => b.Label == "English").Data!);

        await other.SeeAsync("Yes, I am alone");
        await other.WaitForScreenAsync(s => s.Count == 1, Taps.Patience);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Case17_55_Where_the_screen_is_gone_a_fresh_one_is_sent_and_a_lost_one_shows_nothing(bool isLost)
    {
        var (message, data) = (Person.Screen[^1].Id, _rig.Data("Not now"));
        _rig.Weather.Happen("delete-screen", Person);
        if (isLost)
        {
            _rig.Weather.DropResponse("sendMessage", times: 1);
        }

        Person.PressData(message, data);

        await _rig.UntilAsync("a fresh screen", () => _rig.Shows("Who needs help?"));
        Assert.Equal(isLost ? 2 : 1, Person.Screen.Count);
        Assert.All(Person.Screen.SkipLast(1), m => Assert.Equal(("…", "Hide"), (m.Text, Assert.Single(m.Buttons).Label)));
        await Person.TapAsync("Me");
        await Person.SeeAsync("How old is the person");
    }

    [Fact]
    public async Task Case17_One_message_that_cannot_be_deleted_does_not_keep_the_others()
    {
        await _rig.Hotline.StopServerAsync();
        for (var i = 0; i < 5; i++)
        {
            Person.Type($"words {i}");
        }

        _rig.Weather.Fail("deleteMessages", times: 1, status: 400);
        await _rig.Hotline.StartServerAsync();

        await Person.WaitForScreenAsync(s => s.Count(m => m.FromPerson) <= 1, Taps.Patience);
        await _rig.CalmAsync();
    }

    [Fact]
    public async Task Case18_An_answer_that_comes_too_late_is_left_at_that()
    {
        _rig.Weather.Switch("too-old", on: true);
        Person.Press("Not now");

        await Person.SeeAsync("Who needs help?");
        await _rig.CalmAsync();

        Assert.Equal("not_now", _rig.Hotline.OnlyAnswers()["danger"]);
        Assert.True(_rig.Shows("Who needs help?"));
        Assert.Equal(0, _rig.LogLines("Error"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Case19_20_Where_she_blocked_the_bot_or_is_gone_nothing_is_tried_again_or_said(bool isBlock)
    {
        await _rig.CalmAsync();
        var (calls, warnings) = (_rig.Calls().Count, _rig.LogLines("Warning"));
        if (isBlock)
        {
            _rig.Weather.Fail("editMessageText", times: 1, status: 429, retryAfter: 1);
            Person.Press("Not now");
            await WeatherRig.NowAsync("the 429", () => _rig.Calls(calls).Count == 1);
            _rig.Weather.Happen("block", Person);
            await _rig.UntilAsync("the refusal", () => _rig.Calls(calls).Count == 2);
        }
        else
        {
            _rig.Weather.Switch("deactivated", on: true);
            Person.Press("Not now");
            await WeatherRig.NowAsync("the refusal", () => _rig.Calls(calls).Count == 1);
        }

        await _rig.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(isBlock ? [429, 403] : [403], _rig.Calls(calls).Select(c => c.Status));
        Assert.Equal(warnings, _rig.LogLines("Warning"));
        Assert.Equal("not_now", _rig.Hotline.OnlyAnswers()["danger"]);
    }

    [Fact]
    public async Task Slow_calls_hold_up_her_own_screen_and_nobody_elses_confirmation()
    {
        var other = await _rig.JoinAsync("Other");
        await _rig.CalmAsync();
        _rig.Weather.Delay("editMessageText", TimeSpan.FromSeconds(9));
        Person.Press("Not now");
        await WeatherRig.NowAsync("the slow call", () => _rig.Weather.Held == 1);
        _rig.Weather.Clear();
        var pressed = _rig.Time.GetUtcNow();
        other.Press("Today");

        await _rig.UntilAsync("the other's screen", () => Taps.Shows(other.Screen[^1], "A person will read"));
        await _rig.UntilAsync("the confirmation of all", () => _rig.World.Bot is { PendingUpdates: 0, IsPolled: true });

        Assert.False(_rig.Shows("Who needs help?"));
        Assert.InRange((_rig.Time.GetUtcNow() - pressed).TotalSeconds, 0, 3);
        await _rig.UntilAsync("the slow one", () => _rig.Shows("Who needs help?"));
    }

    [Fact]
    public async Task Hide_waits_for_no_slow_call_and_stays_even_where_that_arrives_after_it()
    {
        await _rig.CalmAsync();
        var calls = _rig.Calls().Count;
        _rig.Weather.Delay("editMessageText", TimeSpan.FromSeconds(9));
        Person.Press("Not now");
        await WeatherRig.NowAsync("the slow call", () => _rig.Weather.Held == 1);
        _rig.Weather.Clear();
        await _rig.UntilAsync("the poll to go on", () => _rig.World.Bot is { PendingUpdates: 0, IsPolled: true });

        Person.Press("Hide");
        await Person.SeeAsync("↻");
        await _rig.UntilAsync("the slow call", () => _rig.Calls(calls).Count(c => c is { Method: "editMessageText" }) == 3);

        await Person.SeeAsync("↻");
        await _rig.CalmAsync();
        Assert.True(_rig.Shows("↻"));
        Assert.Equal("not_now", _rig.Hotline.OnlyAnswers()["danger"]);
    }
}
