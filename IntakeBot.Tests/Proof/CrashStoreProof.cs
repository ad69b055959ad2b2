using System.Globalization;
using IntakeBot.Bench;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Proof;

/// <summary>No test: the store's process killed at random moments, ten thousand times. In short it is <c>KillTests</c>.</summary>
public sealed class CrashStoreProof
{
    private const string Name = "crash-store";
    private const int Kills = 10_000;
    private const int Stores = 2;

    [Fact(Explicit = true)]
    [Trait(ProofTrait.Name, Name)]
    public async Task Ten_thousand_kills_lose_nothing()
    {
        using var folder = new TempFolder();
        using var limit = ProofLimit.Start();

        var report = await ProofStore.RunAsync(folder.Path, Stores, Kills, limit.Token);

        await ProofFile.KeepAsync(
            Name,
            "A process that begins, presses, removes and erases intakes, up to 16 at once, is killed (SIGKILL) at a random moment, its start included, and started again on the same files. After it every row is compared with what was acknowledged.",
            Figure.Of("kills of the store process", report.Kills, Kills),
            Figure.Told("changes acknowledged before a kill", report.Acknowledged),
            Figure.None("rows lost, older than acknowledged, or back though removed", report.Lost),
            Figure.None("changes of two rows of which one was there", report.Half),
            Figure.None("damaged rows", report.Damaged),
            new("time", string.Create(CultureInfo.InvariantCulture, $"{report.Seconds / 60:0} min")),
            Figure.Load());
    }
}
