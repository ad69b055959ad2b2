using IntakeBot.Tests.Support;
using static IntakeBot.Tests.Journeys.Walks;

namespace IntakeBot.Tests.Journeys;

/// <summary>Hide: first on every screen, always works, and nothing draws over the cover.</summary>
public sealed class HideTests
{
    [Fact]
    public async Task Hide_is_the_first_button_of_every_screen_and_shows_the_cover()
    {
        await using var hotline = await TestHotline.StartAsync();
        string[] walk = [.. Gate, "Today", "Go on", "Me", "18 or more", "Skip", "Skip", "☐ Work I cannot leave", "Next", .. Enumerable.Repeat("Skip", 7), "Done"];
        for (var presses = 0; presses <= walk.Length + 1; presses++)
        {
            var person = hotline.World.Join($"Test {presses}");
            person.Start();
            await person.TapAsync(walk.Take(presses));
            _ = presses > walk.Length ? await person.TakeCodeAsync() : "";
            var shown = await person.SeeAsync(presses < walk.Length ? walk[presses] : presses == walk.Length ? "This is your number" : "Your answers are with us");
            var first = shown.Rows[0].Single();

            person.PressData(shown.Id, first.Data!);

            var cover = await person.SeeAsync("↻");
            Assert.StartsWith("Hide", first.Label, StringComparison.Ordinal);
            Assert.DoesNotContain(cover.Buttons, b => b.Label != "↻");
            Assert.Single(person.Screen);
        }
    }

    [Fact]
    public async Task A_hidden_conversation_is_taken_up_again_through_the_gate()
    {
        await using var hotline = await TestHotline.StartAsync();
        var person = hotline.World.Join("Test");
        person.Start();
        await person.TapAsync([.. Gate, "Not now", "Hide"]);

        await person.TapAsync("↻", "Yes, I am alone");

        await person.SeeAsync("Who needs help?");
        await person.TapAsync("Me");
        await person.SkipTheRestAsync();
        Assert.Equal(Answers(("danger", "not_now"), ("who", "me")), hotline.OnlyAnswers());
    }

    [Theory]
    [InlineData("Hide")]
    [InlineData("No, hide")]
    public async Task Hide_tapped_twice_on_the_way_back_still_leads_back(string hide)
    {
        await using var hotline = await TestHotline.StartAsync();
        var person = hotline.World.Join("Test");
        person.Start();
        await person.TapAsync([.. Gate, "Not now", "Hide", "↻"]);
        var safe = await person.SeeAsync(hide);

        person.PressData(safe.Id, safe.Buttons.First(b => b.Label == hide).Data!);
        person.PressData(safe.Id, safe.Buttons.First(b => b.Label == hide).Data!);
        await person.WaitForScreenAsync(_ => person.Spinners.Count == 0, Taps.Patience);
        await person.TapAsync("↻", "Yes, I am alone");

        await person.SeeAsync("Who needs help?");
        Assert.Equal("not_now", hotline.OnlyAnswers()["danger"]);
    }

    [Fact]
    public async Task After_a_restart_behind_the_cover_she_starts_anew_and_staff_see_what_was_said()
    {
        await using var hotline = await TestHotline.StartAsync();
        var person = hotline.World.Join("Test");
        person.Start();
        await person.TapAsync([.. Gate, "Today", "Hide"]);
        await hotline.RestartServerAsync();

        await person.TapAsync("↻", "Yes, I am alone");

        await person.SeeAsync("Is your Telegram also open");
        Assert.Equal("today", hotline.OnlyAnswers()["danger"]);
    }

    [Fact]
    public async Task A_press_that_comes_after_Hide_is_kept_but_draws_nothing()
    {
        await using var hotline = await TestHotline.StartAsync();
        var person = hotline.World.Join("Test");
        person.Start();
        await person.TapAsync(Gate);
        var shown = await person.SeeAsync("Are you in danger?");
        var answer = shown.Buttons.First(b => b.Label == "Today").Data!;
        await person.TapAsync("Hide");
        var cover = await person.SeeAsync("↻");

        person.PressData(shown.Id, answer);
        await person.WaitForScreenAsync(_ => person.Spinners.Count == 0, Taps.Patience);

        Assert.Equal(cover.Text, Assert.Single(person.Screen).Text);
        Assert.Equal("today", hotline.OnlyAnswers()["danger"]);
    }

    [Fact]
    public async Task Hide_is_obeyed_even_where_the_token_is_not_genuine()
    {
        await using var hotline = await TestHotline.StartAsync();
        var person = hotline.World.Join("Test");
        person.Start();
        var hide = (await person.SeeAsync("English")).Rows[0].Single().Data!;
        var forged = hide[..^4] + "AAAA";

        person.PressData(person.Screen[^1].Id, forged);

        await person.SeeAsync("↻");
    }

    /// <summary>Else a crash in between would leave her screen open, and nothing would come again to cover it.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_cover_is_drawn_before_Hide_is_confirmed(bool typed)
    {
        await using var hotline = await TestHotline.StartAsync();
        var person = hotline.World.Join("Test");
        person.Start();
        await person.TapAsync(Gate);
        await person.SeeAsync("Are you in danger?");
        hotline.World.Weather.Delay("editMessageText", TimeSpan.FromMilliseconds(400));
        hotline.World.Weather.Delay("sendMessage", TimeSpan.FromMilliseconds(400));

        _ = typed ? person.Type("/hide") : person.Press("Hide");
        while (hotline.World.Bot.PendingUpdates > 0)
        {
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }

        Assert.True(Taps.Shows(person.Screen.Last(m => !m.FromPerson), "↻"), person.Draw());
    }

    [Fact]
    public async Task Typing_hide_hides_and_leaves_a_clean_chat()
    {
        await using var hotline = await TestHotline.StartAsync();
        var person = hotline.World.Join("Test");
        person.Start();
        await person.TapAsync(Gate);

        person.Type("/hide");

        await person.SeeAsync("↻");
        await person.WaitForScreenAsync(s => s.Count == 1, Taps.Patience);
    }
}
