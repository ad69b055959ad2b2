using IntakeBot.Phone;
using IntakeBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Journeys;

/// <summary>A screen nobody touches for three minutes hides itself, and never writes to anybody.</summary>
public sealed class IdleTests
{
    private static readonly string[] Gate = ["English", "Yes, I am alone", "Only on this one", "Go on", "I understand, start"];

    [Fact]
    public async Task After_three_idle_minutes_a_cover_stands_and_leads_back_through_the_gate_to_the_same_question()
    {
        var time = new FakeTimeProvider(new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        await using var hotline = await TestHotline.StartAsync(time: time);
        var person = hotline.World.Join("Test");
        person.Start();
        await person.TapAsync([.. Gate, "Not now"]);
        await person.SeeAsync("Who needs help?");

        await PassAsync(time, TimeSpan.FromSeconds(170));
        await person.SeeAsync("Who needs help?");
        await PassAsync(time, TimeSpan.FromSeconds(20));

        await person.SeeAsync("↻");
        await person.TapAsync("↻");
        await person.SeeAsync("Can you look at this safely now?");
        await person.TapAsync("Yes, I am alone");
        await person.SeeAsync("Who needs help?");
        Assert.Equal("not_now", hotline.OnlyAnswers()["danger"]);
        Assert.Single(person.Screen);
    }

    [Fact]
    public async Task A_press_under_way_when_the_cover_comes_is_kept_and_meets_the_gate()
    {
        var time = new FakeTimeProvider(new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        await using var hotline = await TestHotline.StartAsync(time: time);
        var person = hotline.World.Join("Test");
        person.Start();
        await person.TapAsync(Gate);
        var shown = await person.SeeAsync("Are you in danger?");
        await PassAsync(time, TimeSpan.FromSeconds(190));
        await person.SeeAsync("↻");

        person.PressData(shown.Id, shown.Buttons.First(b => b.Label == "Today").Data!);

        await person.SeeAsync("Can you look at this safely now?");
        Assert.Equal("today", hotline.OnlyAnswers()["danger"]);
    }

    [Fact]
    public async Task A_chat_whose_screen_is_gone_is_not_written_to()
    {
        var time = new FakeTimeProvider(new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        await using var hotline = await TestHotline.StartAsync(time: time);
        var person = hotline.World.Join("Test");
        person.Start();
        await person.TapAsync(Gate);
        await person.SeeAsync("Are you in danger?");
        var sent = hotline.World.Requests.Count("sendMessage");
        using var http = new HttpClient { BaseAddress = hotline.Phone.Address };
        using var gone = await http.GetAsync(new Uri($"/bot{new PhoneOptions().Token}/deleteMessage?chat_id={person.Id}&message_id={person.Screen[^1].Id}", UriKind.Relative));
        Assert.True(gone.IsSuccessStatusCode);

        await PassAsync(time, TimeSpan.FromSeconds(200));

        Assert.Empty(person.Screen);
        Assert.Equal(sent, hotline.World.Requests.Count("sendMessage"));
    }

    /// <summary>Lets time pass in small steps, so that timers that start one another all fire.</summary>
    private static async Task PassAsync(FakeTimeProvider time, TimeSpan span)
    {
        for (var passed = TimeSpan.Zero; passed < span; passed += TimeSpan.FromSeconds(5))
        {
            time.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(10);
        }
    }
}
