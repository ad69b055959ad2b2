using IntakeBot.Cli;
using IntakeBot.Core.Intakes;
using IntakeBot.Phone;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Journeys;

/// <summary>The real server as a process of its own, ended by SIGKILL at the worst moments.</summary>
public sealed class CrashTests
{
    private static readonly string[] Gate = ["English", "Yes, I am alone", "Only on this one", "Go on", "I understand, start"];

    [Fact]
    public async Task Killed_between_commit_and_edit_Telegram_brings_the_press_again_and_the_screen_comes()
    {
        await using var hotline = await DemoHotline.StartAsync(0, default);
        var person = await AtTheFirstQuestionAsync(hotline);

        await PressWithoutScreenAsync(hotline, person, "Not now");
        await hotline.Server.KillAsync();
        hotline.Phone.World.Weather.Clear();
        await hotline.Server.StartAsync(default);

        await person.SeeAsync("Who needs help?");
        Assert.Single(person.Screen);
        Assert.Equal(["not_now"], await AnswerAsync(hotline, "danger"));
    }

    [Fact]
    public async Task Killed_after_the_update_was_confirmed_her_next_press_brings_the_screen_and_changes_nothing()
    {
        await using var hotline = await DemoHotline.StartAsync(0, default);
        var person = await AtTheFirstQuestionAsync(hotline);
        var polls = hotline.Phone.World.Requests.Count("getUpdates");

        await PressWithoutScreenAsync(hotline, person, "Not now");
        await UntilAsync(() => hotline.Phone.World.Requests.Count("getUpdates") > polls + 1 || hotline.Phone.World.Bot.PendingUpdates == 0);
        await hotline.Server.KillAsync();
        hotline.Phone.World.Weather.Clear();
        await hotline.Server.StartAsync(default);
        person.Press("Today");

        await person.SeeAsync("Who needs help?");
        Assert.Equal(["not_now"], await AnswerAsync(hotline, "danger"));
    }

    [Fact]
    public async Task A_kill_between_any_two_presses_is_invisible()
    {
        await using var hotline = await DemoHotline.StartAsync(0, default);
        var person = hotline.Phone.World.Join("Test");

        person.Start();
        foreach (var press in new[] { "English", "Yes, I am alone", "Only on this one", "Go on", "I understand, start", "Today", "Go on", "Someone else", "Back", "Me" })
        {
            await person.TapAsync(press);
            await hotline.Server.RestartAsync(default);
        }

        await person.SeeAsync("How old is the person");
        Assert.Single(person.Screen);
        Assert.Equal(["today"], await AnswerAsync(hotline, "danger"));
        Assert.Equal(["me"], await AnswerAsync(hotline, "who"));
    }

    [Fact]
    public async Task A_demo_that_plays_itself_opens_what_was_pressed()
    {
        var output = new StringWriter();

        var code = await CommandLine.RunAsync(["demo", "--auto"], new() { Output = output, Error = TextWriter.Null });

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("Are you in danger?", output.ToString(), StringComparison.Ordinal);
    }

    private static async Task<PhonePerson> AtTheFirstQuestionAsync(DemoHotline hotline)
    {
        var person = hotline.Phone.World.Join("Test");
        person.Start();
        await person.TapAsync(Gate);
        await person.SeeAsync("Are you in danger?");
        return person;
    }

    /// <summary>Presses, and returns once the server, having committed, has asked for the edit that never gets through.</summary>
    private static async Task PressWithoutScreenAsync(DemoHotline hotline, PhonePerson person, string label)
    {
        var world = hotline.Phone.World;
        var edits = world.Requests.Count("editMessageText");
        world.Weather.AbortBefore("editMessageText", int.MaxValue);
        person.Press(label);
        await UntilAsync(() => world.Requests.Count("editMessageText") > edits);
    }

    private static async Task<IReadOnlyList<string>> AnswerAsync(DemoHotline hotline, string question)
    {
        await using var reader = await hotline.ReaderAsync(default);
        var opening = await reader.OpenAsync(Assert.Single(await reader.PlacesAsync(default)), default);
        return Assert.Single(opening!.Reading!.Answers, a => a.Question == question && a.Kind is AnswerKind.One).Options;
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Taps.Patience);
        while (!condition())
        {
            await Task.Delay(5, patience.Token);
        }
    }
}
