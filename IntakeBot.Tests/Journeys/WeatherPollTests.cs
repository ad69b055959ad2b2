using IntakeBot.Messenger;
using IntakeBot.Phone;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Journeys;

/// <summary>What befalls asking for updates, long silences and stops. Numbers are the cases of docs/weather.md.</summary>
public sealed class WeatherPollTests : IAsyncLifetime
{
    private WeatherRig _rig = null!;

    private PhonePerson Person => _rig.Person;

    public async ValueTask InitializeAsync() => _rig = await WeatherRig.StartAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Case21_A_revoked_token_is_one_alarm_and_then_silence_but_no_crash()
    {
        await _rig.CalmAsync();
        _rig.Weather.Switch("revoked", on: true);
        await _rig.UntilAsync("the alarm", () => _rig.State is PollState.TokenRefused);
        var polls = _rig.Polls;
        await _rig.PassAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(polls, _rig.Polls);
        Assert.Equal(1, _rig.LogLines("Critical"));
        Assert.DoesNotContain(_rig.Hotline.Log.Lines, l => l.Contains(new PhoneOptions().Token, StringComparison.Ordinal));
        Assert.Equal("", _rig.Hotline.OnlyAnswers()["danger"]);
        _rig.Weather.Clear();
        await _rig.Hotline.RestartServerAsync();
        await Person.TapAsync("Not now");
        await Person.SeeAsync("Who needs help?");
    }

    [Theory]
    [InlineData("second-poller")]
    [InlineData("webhook")]
    public async Task Case22_23_Where_somebody_else_has_the_token_there_is_an_alarm_and_a_try_every_half_minute(string weather)
    {
        await _rig.CalmAsync();
        _rig.Weather.Switch(weather, on: true);
        await _rig.UntilAsync("the alarm", () => _rig.State is PollState.TokenUsedElsewhere);
        var polls = _rig.Polls;
        await _rig.UntilAsync("more tries", () => _rig.Polls - polls >= 3, stepMilliseconds: 1000);

        var tries = _rig.World.Requests.Recent.Where(r => r.Method == "getUpdates").TakeLast(4).Select(r => r.At).ToList();
        Assert.All(tries.Zip(tries.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(30)));
        Assert.Equal(1, _rig.LogLines("Critical"));
        Assert.Equal(0, _rig.World.Requests.Count("deleteWebhook") + _rig.World.Requests.Count("setWebhook"));
        _rig.Weather.Clear();
        await _rig.UntilAsync("a poll", () => _rig.State is PollState.Polling, stepMilliseconds: 1000);
        await Person.TapAsync("Not now");
        await Person.SeeAsync("Who needs help?");
    }

    [Theory]
    [InlineData(1, "Who needs help?")]
    [InlineData(11, "Can you look at this safely now?")]
    public async Task Case58_A_press_that_waited_more_than_ten_minutes_counts_but_first_she_is_asked_if_it_is_safe(int minutes, string shown)
    {
        var (screen, data) = (Person.Screen[^1].Id, _rig.Data("Not now"));
        await _rig.Hotline.StopServerAsync();
        PressForLong(screen, data);
        await _rig.PassAsync(TimeSpan.FromMinutes(minutes));

        await _rig.Hotline.StartServerAsync();

        await Person.SeeAsync(shown);
        await _rig.CalmAsync();
        Assert.Equal("not_now", _rig.Hotline.OnlyAnswers()["danger"]);
        Assert.Single(Person.Screen);
        if (minutes > 10)
        {
            Person.Press("Yes, I am alone");
            await Person.SeeAsync("Who needs help?");
        }
    }

    [Fact]
    public async Task Case58_After_a_long_outage_what_waited_counts_behind_the_cover_and_what_is_new_is_not_asked_about()
    {
        var other = await _rig.JoinAsync("Other");
        await _rig.CalmAsync();
        _rig.Weather.Switch("outage", on: true);
        PressForLong(Person.Screen[^1].Id, _rig.Data("Today"));
        await _rig.PassAsync(TimeSpan.FromMinutes(15));
        _rig.Weather.Clear();

        await _rig.UntilAsync("the answer", () => _rig.Hotline.AllAnswers().Any(a => a["danger"] == "today"), stepMilliseconds: 1000);
        await _rig.CalmAsync();
        Assert.True(_rig.Shows("safely now?"), Person.Draw());
        await _rig.UntilAsync("both covers", () => _rig.Shows("↻") && Taps.Shows(other.Screen[^1], "↻"), stepMilliseconds: 1000);
        await _rig.CalmAsync();
        await other.TapAsync("↻", "Yes, I am alone", "Not now");
        await other.SeeAsync("Who needs help?");
        Assert.True(_rig.Shows("↻"), Person.Draw());
    }

    [Fact]
    public async Task Case58_Words_that_waited_are_deleted_and_bring_up_the_question_whether_it_is_safe()
    {
        await Person.TapAsync("Not now");
        await _rig.CalmAsync();
        _rig.Weather.Switch("outage", on: true);
        Person.Type("my name");
        await _rig.PassAsync(TimeSpan.FromMinutes(12));
        _rig.Weather.Clear();

        await _rig.UntilAsync("the question", () => _rig.Shows("safely now?"), stepMilliseconds: 1000);
        await Person.WaitForScreenAsync(s => s.Count == 1, Taps.Patience);
    }

    [Fact]
    public async Task Case58_A_press_that_Telegram_calls_too_old_on_a_screen_of_long_ago_brings_up_the_question()
    {
        var (screen, data) = (Person.Screen[^1].Id, _rig.Data("Not now"));
        await _rig.Hotline.RestartServerAsync();
        await _rig.PassAsync(TimeSpan.FromMinutes(12));
        await _rig.CalmAsync();
        _rig.Weather.Switch("too-old", on: true);
        Person.PressData(screen, data);

        await Person.SeeAsync("Can you look at this safely now?");
        Assert.Equal("not_now", _rig.Hotline.OnlyAnswers()["danger"]);
        _rig.Weather.Clear();
        Person.Press("Yes, I am alone");
        await Person.SeeAsync("Who needs help?");
    }

    [Fact]
    public async Task Case58_A_backlog_of_3000_is_drained_and_confirmed_with_one_screen_for_each()
    {
        var (screen, data) = (Person.Screen[^1].Id, _rig.Data("Not now"));
        await _rig.Hotline.StopServerAsync();
        _rig.Weather.Happen("backlog", count: 3000);
        await _rig.Hotline.StartServerAsync();

        await _rig.CalmAsync();

        Assert.Equal(0, _rig.Hotline.Health.Quarantined);
        var crowd = _rig.World.Requests.Recent.Select(r => r.ChatId).OfType<long>().Where(id => id != Person.Id).Distinct().ToList();
        Assert.Equal(100, crowd.Count);
        Assert.All(crowd, id => Assert.False(Assert.Single(_rig.World.Find(id)!.Screen).FromPerson));
        Person.PressData(screen, data);
        await Person.SeeAsync("Who needs help?");
    }

    [Theory]
    [InlineData("slow", "↻")]
    [InlineData("429-storm", "Are you in danger?")]
    public async Task Case79_A_stop_in_the_middle_of_a_press_seals_confirms_and_covers_as_far_as_there_is_time(string weather, string shown)
    {
        await _rig.CalmAsync();
        _rig.Weather.Switch(weather, on: true);
        var calls = _rig.Calls().Count;
        Person.Press("Not now");
        await WeatherRig.NowAsync("the press to be handled", () => _rig.Weather.Held > 0 || _rig.Calls(calls).Count > 0);
        var before = _rig.Time.GetUtcNow();

        await _rig.Hotline.StopServerAsync();

        Assert.InRange((_rig.Time.GetUtcNow() - before).TotalSeconds, 0, 11);
        Assert.Equal(0, _rig.World.Bot.PendingUpdates);
        Assert.True(_rig.Shows(shown), Person.Draw());
        _rig.Weather.Clear();
        await _rig.Hotline.StartServerAsync();
        Assert.Equal("not_now", _rig.Hotline.OnlyAnswers()["danger"]);
    }

    [Fact]
    public async Task Case06_What_was_done_but_not_confirmed_comes_again_and_changes_nothing()
    {
        await Person.TapAsync("Not now");
        await _rig.CalmAsync();
        var press = Person.Press("Me");
        await Person.SeeAsync("How old is the person");
        _rig.Weather.Switch("outage", on: true);
        await _rig.Hotline.StopServerAsync();
        _rig.Weather.Clear();
        _rig.World.Redeliver(press);
        await _rig.Hotline.StartServerAsync();

        await _rig.CalmAsync();

        Assert.True(_rig.Shows("How old is the person"));
        Assert.Equal(["not_now", "me", ""], _rig.Hotline.OnlyAnswers().Take(3).Select(a => a.Value));
    }

    /// <summary>A press keeps two and a half minutes at this Telegram, words a day: this one keeps a day, should another server do so.</summary>
    private void PressForLong(int screen, string data) => _rig.World.Duplicate(Person.PressData(screen, data));
}
