using IntakeBot.Cli;
using IntakeBot.Core.Intakes;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Journeys;

/// <summary>The real server as a process of its own, with a webhook by its settings, ended by SIGKILL.</summary>
public sealed class WebhookCrashTests
{
    private static readonly string[] Presses = ["English", "Yes, I am alone", "Only on this one", "Go on", "I understand, start", "Not now", "Me"];

    [Fact]
    public async Task A_kill_between_two_presses_and_in_the_middle_of_one_loses_nothing()
    {
        await using var hotline = await DemoHotline.StartAsync(0, default);
        var address = FreePort.Address();
        hotline.Server.Environment["INTAKEBOT__Telegram__Webhook__Url"] = new Uri(address, "/hook").AbsoluteUri;
        hotline.Server.Environment["INTAKEBOT__Telegram__Webhook__Address"] = address.GetLeftPart(UriPartial.Authority);
        await hotline.Server.RestartAsync(default);
        await UntilAsync(() => hotline.Phone.World.Requests.Count("setWebhook") == 1);
        var person = hotline.Phone.World.Join("Test");

        person.Start();
        foreach (var press in Presses[..^1])
        {
            await person.TapAsync(press);
            if (press is "Go on" or "Not now")
            {
                await hotline.Server.RestartAsync(default);
            }
        }

        // Pressed while nobody is there, and brought when somebody is again.
        await hotline.Server.KillAsync();
        person.Press(Presses[^1]);
        await hotline.Server.StartAsync(default);
        await person.SeeAsync("How old");

        await using var reader = await hotline.ReaderAsync(default);
        var opening = await reader.OpenAsync(Assert.Single(await reader.PlacesAsync(default)), default);
        Assert.Equal(
            ["danger not_now", "who me"],
            opening!.Reading!.Answers.Where(a => a.Kind is AnswerKind.One).Select(a => $"{a.Question} {Assert.Single(a.Options)}"));
        Assert.Contains(hotline.Server.Words, w => w.Contains("\"event\":110,", StringComparison.Ordinal));
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var deadline = new CancellationTokenSource(Taps.Patience);
        while (!holds())
        {
            await Task.Delay(20, deadline.Token);
        }
    }
}
