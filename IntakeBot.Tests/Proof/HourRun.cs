using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Proof;

/// <summary>Two hours in which one person comes every two minutes, and somebody who looks into the running process in the second of them. The same each time.</summary>
/// <param name="People">Who came.</param>
/// <param name="Known">Of them those whose account he can tie to a conversation: remembered when he came, or come since.</param>
/// <param name="Slots">Slots sealed before he came.</param>
/// <param name="Opened">Of them those that open with the server key and every button's data, before and since.</param>
internal sealed record HourRun(int People, int Known, int Slots, int Opened)
{
    private const int OfAnHour = 30;

    private static readonly TimeSpan Between = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(5);

    public static async Task<HourRun> LookAsync()
    {
        var time = new FakeTimeProvider(new(2026, 11, 30, 6, 0, 0, TimeSpan.Zero));
        await using var hotline = await TestHotline.StartAsync(time: time);
        using var server = CompromiseRun.Server();
        var run = new CompromiseRun(hotline);
        await ComeAsync(run, time);
        hotline.Hotline.Sweep();
        var remembered = hotline.Hotline.ChatCount;
        var before = run.Rows<HotRow>(RowKind.Hot);
        await ComeAsync(run, time);
        return new(hotline.World.People.Count, remembered + OfAnHour, before.Count * Slot.All.Count(), run.SlotsOpened(before, server));
    }

    private static async Task ComeAsync(CompromiseRun run, FakeTimeProvider time)
    {
        for (var i = 0; i < OfAnHour; i++)
        {
            _ = await run.WalkAsync(CompromiseRun.Begun);
            for (var passed = TimeSpan.Zero; passed < Between; passed += Step)
            {
                time.Advance(Step);
                await Task.Delay(1);
            }
        }
    }
}
