using IntakeBot.Bench;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Proof;

/// <summary>Killed by strace inside a write, a flush, a rename, a cut or a removal: what was acknowledged is there.</summary>
public sealed class CrashInsideTests
{
    private const string StoreName = "crash-inside";
    private const string ServerName = "crash-inside-server";
    private const int ServerTimes = 40;
    private const int ServerTimesOfNames = 4;
    private const int Rounds = 2;
    private const int People = 8;

    private static readonly string[] Calls = ["rename", "unlink", "ftruncate", "fsync", "pwrite64"];

    [Theory]
    [InlineData("pwrite64", 20)]
    [InlineData("fsync", 5)]
    [InlineData("ftruncate", 2)]
    public async Task What_was_acknowledged_survives_a_kill_inside(string call, int time)
    {
        Assert.SkipUnless(await CanTraceAsync(), "strace is not installed, or may not trace here");
        using var folder = new TempFolder();
        var store = new ProofStore(folder.Path);

        var unharmed = await store.KillInsideAsync("swapoff", 1, Rounds);
        var killed = await store.KillInsideAsync(call, time, Rounds);

        Assert.True(unharmed is { Kills: 0, Lost: 0, Half: 0, Damaged: 0, Acknowledged: > 1 }, unharmed.ToString());
        Assert.True(killed is { Kills: 1, Lost: 0, Half: 0, Damaged: 0 }, killed.ToString());
    }

    [Fact(Explicit = true)]
    [Trait(ProofTrait.Name, StoreName)]
    public async Task Killed_inside_each_call_the_store_loses_nothing()
    {
        using var limit = ProofLimit.Start();
        var (store, kills) = await StoreAsync(limit.Token);

        await ProofFile.KeepAsync(
            StoreName,
            "strace kills the store's process as it enters its first, second, third… write, flush, cut, rename or removal of a file, counted on each thread, on new files and on the same files again, until it comes to its end unharmed. Half-done calls are the business of power-cut.",
            [
                .. kills.Select(k => new Figure($"kills inside {k.Call}", $"{k.Kills}", k.IsWhole ? "" : "until one comes to its end", k.IsWhole)),
                Figure.Told("changes acknowledged", store.Acknowledged),
                Figure.None("rows lost, older than acknowledged, or back though removed", store.Lost),
                Figure.None("changes of two rows of which one was there", store.Half),
                Figure.None("damaged rows", store.Damaged),
            ]);
    }

    [Fact(Explicit = true)]
    [Trait(ProofTrait.Name, ServerName)]
    public async Task Killed_inside_each_call_the_server_loses_nobodys_answer()
    {
        using var limit = ProofLimit.Start();
        var missed = new List<string>();
        var inside = Enumerable.Range(1, ServerTimes).SelectMany(time => Calls.Where(c => time <= (c is "rename" or "unlink" ? ServerTimesOfNames : ServerTimes)).Select(call => (call, time))).ToList();

        var report = await ProofServer.RunInsideAsync(inside, People, (call, time) => missed.Add($"{call} {time}"), limit.Token);

        await ProofFile.KeepAsync(
            ServerName,
            $"The same with the whole server while {People} people answer: in each of the first {ServerTimes} writes, flushes and cuts of a thread and the first {ServerTimesOfNames} renames and removals, its start included. Then all finish, and staff compare.",
            [
                Figure.Of("times that it was started to be killed", report.Kills, inside.Count),
                Figure.Told("of these, never came to that call and went on", missed.Count),
                .. CrashServerProof.Figures(report),
            ]);
    }

    private static async Task<(ProofStoreReport All, List<(string Call, int Kills, bool IsWhole)> Kills)> StoreAsync(CancellationToken stop)
    {
        var all = new ProofStoreReport(0, 0, 0, 0, 0, 0);
        var kills = new List<(string, int, bool)>();
        foreach (var call in Calls)
        {
            var before = all.Kills;
            using var kept = new TempFolder();
            var same = new ProofStore(kept.Path);
            var last = -1;
            for (var time = 1; all.Kills != last && !stop.IsCancellationRequested; time++)
            {
                last = all.Kills;
                using var made = new TempFolder();
                all += await new ProofStore(made.Path).KillInsideAsync(call, time, Rounds);
                all += await same.KillInsideAsync(call, time, Rounds);
            }

            kills.Add((call, all.Kills - before, all.Kills == last));
        }

        return (all, kills);
    }

    private static async Task<bool> CanTraceAsync() => Tool.IsThere("strace") && (await Tool.TryAsync("strace", "-qq", "-o", "/dev/null", "true")).Code == 0;
}
