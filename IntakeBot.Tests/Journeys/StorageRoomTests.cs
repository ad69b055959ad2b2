using IntakeBot.Cli;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Journeys;

/// <summary>A disk with less than 256 MiB left: nothing is begun, what is open goes on, Hide works.</summary>
public sealed class StorageRoomTests
{
    private const long Enough = 256 << 20;

    private static readonly string[] Gate = ["English", "Yes, I am alone", "Only on this one", "Go on", "I understand, start"];

    [Fact]
    public async Task Whoever_is_open_goes_on_and_hides_and_whoever_comes_is_asked_to_come_later()
    {
        await using var hotline = await TestHotline.StartAsync();
        var (open, late) = (hotline.World.Join("Open"), hotline.World.Join("Late"));
        open.Start();
        await open.TapAsync([.. Gate, "Not now"]);

        hotline.FreeBytes = Enough - 1;
        late.Start();
        await late.TapAsync(Gate);
        await late.SeeAsync(English.Screens[ScreenName.Later].Trim());
        await late.TapAsync(English.Buttons[ButtonName.Hide]);
        await late.SeeAsync(English.Screens[ScreenName.Cover].Trim());
        await open.TapAsync("Me", "18 or more", "Skip", "Yes");
        await open.SkipTheRestAsync();
        await open.SeeAsync("Your answers are with us");
        _ = Assert.Single(hotline.AllAnswers());

        hotline.FreeBytes = Enough;
        late.Start();
        await late.TapAsync([.. Gate.Skip(1), "Today"]);
        Assert.Equal(2, hotline.AllAnswers().Count);
    }

    [Fact]
    public async Task The_change_is_said_once_each_way()
    {
        await using var hotline = await TestHotline.StartAsync();
        var (log, time) = (new LogCollector(), new FakeTimeProvider());
        using var loggers = new LoggerFactory([log]);
        using var watch = new RoomWatch(hotline.Store, time, loggers.CreateLogger<RoomWatch>());
        await watch.StartAsync(default);
        foreach (var free in new[] { Enough, Enough - 1, 0, 1, Enough, Enough })
        {
            hotline.FreeBytes = free;
            time.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(100);
        }

        await watch.StopAsync(default);
        Assert.Equal(["Critical", "Warning"], log.Lines.Select(l => l.Split(' ')[0]));
        Assert.Contains("256 MiB", log.Lines.First(), StringComparison.Ordinal);
    }

    private static Language English => ShippedQuestionnaire.Value.Languages.First(l => l.Name == "English");
}
