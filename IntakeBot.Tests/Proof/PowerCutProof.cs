using System.Security.Cryptography;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Proof;

/// <summary>The power goes at any moment of a store's life, with what was not flushed dropped and torn: what was acknowledged is there.</summary>
public sealed class PowerCutProof
{
    private const string Name = "power-cut";
    private const int Cuts = 1_000;
    private const int CutsOfOneRecording = 40;

    /// <summary>Of forty; about one in a thousand does.</summary>
    private const int UnmadeAtMost = 2;

    [Fact]
    public async Task What_was_acknowledged_survives_forty_power_cuts()
    {
        Assert.SkipUnless(Tool.IsThere("strace") && (await Tool.TryAsync("strace", "-qq", "-o", "/dev/null", "true")).Code == 0, "strace is not installed, or may not trace here");

        var report = await PowerCuts.RunAsync(CutsOfOneRecording, Seed());

        Assert.Empty(report.Lost.Concat(report.Half).Concat(report.Damaged).Concat(report.Refused));
        Assert.True(report is { Acknowledged: > CutsOfOneRecording, Dropped: > CutsOfOneRecording, Torn: > 0, Unmade: <= UnmadeAtMost }, report.ToString());
    }

    [Fact(Explicit = true)]
    [Trait(ProofTrait.Name, Name)]
    public async Task A_thousand_power_cuts_lose_nothing()
    {
        var (report, recordings) = (PowerCutReport.Nothing, 0);
        using var limit = ProofLimit.Start();
        for (; report.Cuts < Cuts && !limit.IsCancellationRequested; recordings++)
        {
            report += await PowerCuts.RunAsync(CutsOfOneRecording, Seed());
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Join('\n', report.Lost.Concat(report.Half).Concat(report.Damaged).Concat(report.Refused)));
        await ProofFile.KeepAsync(
            Name,
            "Two processes of a store, one after the other, recorded with strace from an empty folder on; then the power goes at a random moment: of what no fsync had made certain a random part is dropped and one write is torn at sectors of 512 or 4,096 bytes, and the store is opened from what is left.",
            Figure.Of("power cuts", report.Cuts, Cuts),
            Figure.Told("recordings", recordings),
            Figure.Told("changes acknowledged before a cut", report.Acknowledged),
            Figure.Told("writes and cuts of files dropped", report.Dropped),
            Figure.Told("writes torn", report.Torn),
            Figure.None("cuts after which something acknowledged was not there", report.Lost.Count),
            Figure.None("cuts after which half a change was there", report.Half.Count),
            Figure.None("cuts after which a row was damaged", report.Damaged.Count),
            Figure.None("cuts after which the store did not open, or took nothing new", report.Refused.Count),
            Figure.Told("the same within a first start, nothing acknowledged yet: the folder has to be cleared by hand", report.Unmade));
    }

    private static ulong Seed() => (ulong)RandomNumberGenerator.GetInt32(int.MaxValue);
}
