using System.Diagnostics;
using System.Globalization;
using IntakeBot.Core.Hotline;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using IntakeBot.Phone;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Journeys;

/// <summary>No test: how long others wait while one chat presses a hundred times a second and starts come at 10,000 an hour, each call taking 60 ms as over a real line. Run by hand alone (-explicit only).</summary>
public sealed class FloodFigure(ITestOutputHelper output)
{
    private const int Others = 8;

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(25);

    [Theory(Explicit = true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(true, false)]
    public async Task Press_to_next_screen(bool floods, bool limited)
    {
        await using var hotline = await TestHotline.StartAsync(limits: limited ? new() : FloodLimits.None);
        hotline.DrawsPerSecond = 30;
        await hotline.RestartServerAsync();
        foreach (var method in new[] { "editMessageText", "sendMessage", "answerCallbackQuery", "deleteMessages" })
        {
            hotline.World.Weather.Delay(method, TimeSpan.FromMilliseconds(60));
        }

        var noisy = hotline.World.Join("Noisy");
        noisy.Start();
        await noisy.TapAsync(Walks.Gate);
        var (screen, skip) = (noisy.Screen[^1].Id, noisy.Screen[^1].Buttons.First(b => b.Label == "Skip").Data!);
        using var end = new CancellationTokenSource(Long);
        var pressed = 0;
        var noise = floods
            ? new[]
            {
                RepeatAsync(TimeSpan.FromMilliseconds(10), () => { noisy.PressData(screen, skip); pressed++; }, end.Token),
                RepeatAsync(TimeSpan.FromMilliseconds(360), () => hotline.World.Join("Start").Start(), end.Token),
            }
            : [];

        var times = await Task.WhenAll(Enumerable.Range(0, Others).Select(i => WalkAsync(hotline.World, i, end.Token)));

        await Task.WhenAll(noise);
        var sorted = times.SelectMany(t => t).Order().ToList();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"flood {floods}, limited {limited}: {sorted.Count} presses of others, p50 {sorted[sorted.Count / 2]:0} ms, p99 {sorted[(int)(sorted.Count * 0.99)]:0} ms, longest {sorted[^1]:0} ms; {pressed} of the noisy one"));
    }

    /// <summary>A thousand chats type codes, some 300 a second together, each code at its full price; others press meanwhile.</summary>
    [Theory(Explicit = true)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Press_to_next_screen_while_a_thousand_chats_try_codes(bool floods)
    {
        await using var hotline = await TestHotline.StartAsync(limits: new());
        await hotline.StopServerAsync();
        CodeLane? lane = null;
        hotline.Parts = parts => parts with { Codes = lane = new(parts.Key, parts.Store.FindNearest, ArgonProfile.Default, new(), 1) };
        hotline.DrawsPerSecond = 30;
        await hotline.StartServerAsync();
        await using var codes = lane!;
        foreach (var method in new[] { "editMessageText", "sendMessage", "answerCallbackQuery", "deleteMessages" })
        {
            hotline.World.Weather.Delay(method, TimeSpan.FromMilliseconds(60));
        }

        var crowd = Enumerable.Range(0, floods ? 1000 : 0).Select(i => hotline.World.Join($"Crowd {i}")).ToList();
        var before = Process.GetCurrentProcess().WorkingSet64 >> 20;
        using var end = new CancellationTokenSource(Long);
        var typed = 0;
        var noise = floods ? RepeatAsync(TimeSpan.FromMilliseconds(3), () => crowd[typed++ % crowd.Count].Type(ReceiptCode.Draw().Show()), end.Token) : Task.CompletedTask;

        var times = await Task.WhenAll(Enumerable.Range(0, Others).Select(i => WalkAsync(hotline.World, i, end.Token)));

        await noise;
        var sorted = times.SelectMany(t => t).Order().ToList();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"codes {floods}: {sorted.Count} presses of others, p50 {sorted[sorted.Count / 2]:0} ms, p99 {sorted[(int)(sorted.Count * 0.99)]:0} ms, longest {sorted[^1]:0} ms; {typed} codes typed, {hotline.Hotline.VisitCount} looked for; this process, phones included, {before} MiB before and {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB at most"));
    }

    private static async Task<List<double>> WalkAsync(PhoneWorld world, int who, CancellationToken end)
    {
        var times = new List<double>();
        while (!end.IsCancellationRequested)
        {
            var person = world.Join($"Other {who}");
            person.Start();
            await person.TapAsync(Walks.Gate);
            for (var question = 0; question < 8 && !end.IsCancellationRequested; question++)
            {
                var before = (await person.SeeAsync("Skip")).Text;
                await Task.Delay(TimeSpan.FromMilliseconds(600), CancellationToken.None);
                var start = Stopwatch.GetTimestamp();
                person.Press("Skip");
                await person.WaitForScreenAsync(s => s[^1].Text != before, Taps.Patience);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        return times;
    }

    /// <summary>As often as it should have come by now, where the machine was late.</summary>
    private static async Task RepeatAsync(TimeSpan every, Action act, CancellationToken end)
    {
        var start = Stopwatch.GetTimestamp();
        for (var done = 0; !end.IsCancellationRequested;)
        {
            for (; done < Stopwatch.GetElapsedTime(start) / every; done++)
            {
                act();
            }

            await Task.Delay(5, CancellationToken.None);
        }
    }
}
