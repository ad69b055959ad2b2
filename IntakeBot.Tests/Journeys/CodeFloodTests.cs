using IntakeBot.Core.Hotline;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;
using static IntakeBot.Tests.Journeys.Walks;

namespace IntakeBot.Tests.Journeys;

/// <summary>A thousand chats try codes at once, each at the full price of 64 MiB: few are looked for, nothing piles up, others go on.</summary>
public sealed class CodeFloodTests
{
    private const int Chats = 1000;

    [Fact]
    public async Task Few_are_looked_for_all_are_deleted_and_others_finish_meanwhile()
    {
        await using var hotline = await TestHotline.StartAsync(limits: new());
        await hotline.StopServerAsync();
        await using var codes = await StartAsync(hotline);
        var crowd = Enumerable.Range(0, Chats).Select(i => hotline.World.Join($"Crowd {i}")).ToList();
        var other = hotline.World.Join("Other");
        other.Start();
        await other.TapAsync([.. Gate, "Not now"]);
        var most = 0;
        using var end = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            while (!end.IsCancellationRequested)
            {
                most = Math.Max(most, codes.Waiting);
                await Task.Delay(1, CancellationToken.None);
            }
        }, CancellationToken.None);

        foreach (var person in crowd)
        {
            person.Type(ReceiptCode.Draw().Show());
        }

        _ = await other.SkipTheRestAsync();
        await other.SeeAsync("Your answers are with us");
        foreach (var person in crowd)
        {
            await person.WaitForScreenAsync(s => s.All(m => !m.FromPerson), TimeSpan.FromMinutes(1));
        }

        // The lane gives way to all others, so it may be late.
        while (codes.Waiting > 0 || hotline.Hotline.VisitCount == 0)
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        await end.CancelAsync();
        await watching;
        Assert.InRange(most, 1, new CodeLimits().Waiting);
        Assert.InRange(hotline.Hotline.VisitCount, 1, Chats / 4);
        Assert.InRange(crowd.Count(person => person.Screen.Count > 0), 1, Chats / 2);
        Assert.Equal(0, hotline.Health.Quarantined);
    }

    /// <summary>The server with codes at their full price.</summary>
    private static async Task<CodeLane> StartAsync(TestHotline hotline)
    {
        CodeLane? full = null;
        hotline.Parts = parts => parts with { Codes = full = new(parts.Key, parts.Store.FindNearest, ArgonProfile.Default, new(), 1) };
        await hotline.StartServerAsync();
        await full!.ReadyAsync();
        return full!;
    }
}
