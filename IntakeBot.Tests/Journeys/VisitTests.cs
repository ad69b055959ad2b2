using IntakeBot.Core.Hotline;
using IntakeBot.Core.Sealing;
using IntakeBot.Phone;
using IntakeBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Journeys;

/// <summary>How long a code that was typed is known, and a reply that was shown.</summary>
public sealed class VisitTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private TestHotline _hotline = null!;
    private PhonePerson _person = null!;
    private string _code = "";

    public async ValueTask InitializeAsync()
    {
        _hotline = await TestHotline.StartAsync(time: _time);
        _person = _hotline.World.Join("Test");
        _person.Start();
        await _person.TapAsync([.. Walks.Gate, "Not now"]);
        _code = await _person.SkipTheRestAsync();
        await _person.SeeAsync("Your answers are with us");
    }

    public ValueTask DisposeAsync() => _hotline.DisposeAsync();

    [Fact]
    public async Task Within_ten_idle_minutes_the_cover_leads_back_to_the_reply()
    {
        await _hotline.ReplyAsync("Here it is.");
        _person.Type(_code);
        await _person.SeeAsync("Here it is.");

        await PassAsync(TimeSpan.FromMinutes(5));
        await _person.TapAsync("↻", "Yes, I am alone");

        await _person.SeeAsync("Here it is.");
    }

    [Fact]
    public async Task After_ten_idle_minutes_the_number_is_asked_again_and_memory_has_let_it_go()
    {
        await _hotline.ReplyAsync("Here it is.");
        _person.Type(_code);
        var shown = await _person.SeeAsync("Here it is.");
        await PassAsync(TimeSpan.FromMinutes(11));
        await _person.SeeAsync("↻");

        _person.PressData(shown.Id, shown.Buttons.Single(b => b.Label == "I have read it").Data!);
        await _person.SeeAsync("Type your number here");
        await PassAsync(TimeSpan.FromMinutes(31));

        Assert.Equal(0, _hotline.Hotline.VisitCount);
        _person.Type(_code);
        await _person.SeeAsync("Here it is.");
    }

    /// <summary>Her own questions wait behind the number that she typed in the middle of them, as long as they do behind Hide.</summary>
    [Fact]
    public async Task The_questions_she_left_for_it_are_there_also_when_its_time_is_over()
    {
        var other = _hotline.World.Join("Other");
        other.Start();
        await other.TapAsync([.. Walks.Gate, "Not now"]);
        other.Type(_code);
        await other.SeeAsync("There is no answer now");

        await PassAsync(TimeSpan.FromMinutes(11));
        await other.TapAsync("↻", "Yes, I am alone");

        await other.SeeAsync("Who needs help?");
    }

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 30)]
    public async Task A_reply_goes_three_days_after_it_was_first_shown_or_thirty_unread(bool shows, int days)
    {
        var day = Day.Today(_time);
        await _hotline.ReplyAsync("Here it is.");
        if (shows)
        {
            _person.Type(_code);
            await _person.SeeAsync("Here it is.");
        }

        Assert.Equal(0, await _hotline.Store.SweepRepliesAsync(day.Plus(days)));
        Assert.Equal(1, await _hotline.Store.SweepRepliesAsync(day.Plus(days + 1)));
        var other = _hotline.World.Join("Other");
        other.Start();
        await other.SeeAsync("English");
        other.Type(_code);
        await other.SeeAsync("There is no answer now");
    }

    /// <summary>A crash must not leave her number in the chat: as long as it stands there, Telegram will deliver it again.</summary>
    [Fact]
    public async Task Her_message_is_gone_before_its_update_is_confirmed()
    {
        _hotline.World.Weather.Delay("deleteMessages", TimeSpan.FromMilliseconds(400));
        _person.Type(_code);

        while (_hotline.World.Bot.PendingUpdates > 0)
        {
            _time.Advance(TimeSpan.FromMilliseconds(20));
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }

        Assert.DoesNotContain(_person.Screen, m => m.FromPerson);
    }

    /// <summary>Telegram takes 30 screens a second: where hers waits for its turn, somebody else's Hide must not wait for hers.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Her_message_goes_and_is_confirmed_while_its_screen_still_waits(bool isCode)
    {
        _hotline.World.Weather.Delay("editMessageText", TimeSpan.FromHours(1));
        _person.Type(isCode ? _code : "hello");

        using var patience = new CancellationTokenSource(Taps.Patience);
        while (_hotline.World.Bot.PendingUpdates > 0 || _person.Screen.Any(m => m.FromPerson))
        {
            await Task.Delay(5, patience.Token);
        }
    }

    /// <summary>Argon2id takes its time, and she hid meanwhile: nothing is drawn over the cover, and her questions wait behind it.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_code_brings_does_not_draw_over_a_cover_that_came_meanwhile(bool hides)
    {
        using var held = new ManualResetEventSlim(initialState: true);
        await _hotline.StopServerAsync();
        CodeLane? lane = null;
        _hotline.Parts = parts => parts with
        {
            Codes = lane = new(
                parts.Key,
                tag =>
                {
                    held.Wait();
                    return parts.Store.FindNearest(tag);
                },
                ArgonProfile.Tiny,
                new(),
                1),
        };
        await _hotline.StartServerAsync();
        await using var codes = lane!;
        var other = _hotline.World.Join("Other");
        other.Start();
        await other.TapAsync([.. Walks.Gate, "Not now"]);
        held.Reset();
        other.Type(_code);
        await other.WaitForScreenAsync(s => s.All(m => !m.FromPerson) && codes.Waiting == 1, Taps.Patience);

        if (hides)
        {
            await other.TapAsync("Hide");
        }
        else
        {
            await PassAsync(TimeSpan.FromMinutes(4));
        }

        await other.SeeAsync("↻");
        held.Set();
        while (codes.Waiting > 0)
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        await PassAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(0, _hotline.Hotline.VisitCount);
        await other.TapAsync("↻", "Yes, I am alone");
        await other.SeeAsync("Who needs help?");
    }

    /// <summary>The questions that she left for a number wait behind Hide too, when the number's time is over.</summary>
    [Fact]
    public async Task Hidden_on_a_reply_her_own_questions_are_there_when_its_time_is_over()
    {
        await _hotline.ReplyAsync("Here it is.");
        var other = _hotline.World.Join("Other");
        other.Start();
        await other.TapAsync([.. Walks.Gate, "Not now"]);
        other.Type(_code);
        await other.SeeAsync("Here it is.");
        await other.TapAsync("Hide");
        await PassAsync(TimeSpan.FromMinutes(12));

        await other.TapAsync("↻", "Yes, I am alone");

        await other.SeeAsync("Who needs help?");
    }

    /// <summary>The server stood still over midnight, and nothing was swept yet.</summary>
    [Fact]
    public async Task A_reply_whose_day_is_over_is_not_shown_although_it_is_there()
    {
        await _hotline.ReplyAsync("Here it is.");
        _person.Type(_code);
        await _person.SeeAsync("Here it is.");
        await _hotline.StopServerAsync();
        _time.Advance(TimeSpan.FromDays(4));
        await _hotline.StartServerAsync();

        _person.Type(_code);
        await _person.SeeAsync("There is no answer now");
    }

    private async Task PassAsync(TimeSpan time)
    {
        for (var left = time; left > TimeSpan.Zero; left -= TimeSpan.FromSeconds(10))
        {
            _time.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }
    }
}
