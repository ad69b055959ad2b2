using CsCheck;
using IntakeBot.Bench;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Tests.Storage;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Proof;

/// <summary>A store's process recorded, and then the power cut at chosen moments of it: what is on the disk is opened as the next start would.</summary>
internal static class PowerCuts
{
    private const int Processes = 2;
    private const int Rounds = 6;

    /// <summary>One cut of so many falls into the first start, before anything was tried.</summary>
    private const uint FirstStartOneIn = 4;

    private static readonly Day Today = new(20_700);

    /// <summary>The recording is another one each time; <paramref name="seed"/> brings back what was cut and dropped of it.</summary>
    public static async Task<PowerCutReport> RunAsync(int cuts, ulong seed)
    {
        using var recorded = new TempFolder();
        var folder = Directory.CreateDirectory(recorded.Of("data")).FullName;
        var recording = recorded.Of("recording");
        var events = await DiskRecording.MakeAsync(folder, recording, Processes, Rounds);
        Assert.Contains(events, e => e is DiskEvent.Renamed);
        var firstStart = events.TakeWhile(e => e is not DiskEvent.Said).Count();
        var report = PowerCutReport.Nothing;
        for (var cut = 0; cut < cuts; cut++)
        {
            var chance = new PCG((uint)cut, seed);
            var among = chance.Next(FirstStartOneIn) == 0 ? firstStart : events.Count;
            var one = await CutAsync(events, events[(int)chance.Next((uint)among)].Begun + 1, folder, chance, $"seed {seed}, cut {cut}");
            if ((one.Lost.Count, one.Half.Count, one.Damaged.Count, one.Refused.Count) != (0, 0, 0, 0))
            {
                File.Copy(recording, Path.Combine(Path.GetTempPath(), $"intakebot-cut-{seed}"), overwrite: true);
            }

            report += one;
        }

        return report;
    }

    private static async Task<PowerCutReport> CutAsync(IReadOnlyList<DiskEvent> events, int moment, string folder, PCG chance, string name)
    {
        using var after = new TempFolder();
        var disk = new DiskAfterCut(events, moment, folder, chance);
        disk.Write(after.Path);
        var ledger = Ledger(events.TakeWhile(e => e.Begun < moment));
        var report = PowerCutReport.Nothing with { Cuts = 1, Acknowledged = ledger.Acknowledged, Dropped = disk.Dropped, Torn = disk.Torn };
        try
        {
            await using var store = SealedStore.Open(after.Path, TimeProvider.System);
            var (lost, half) = ledger.Compare(store);
            var faults = store.Scrub(Today).Faults + store.Damaged.Count;
            return report with
            {
                Lost = lost == 0 ? [] : [$"{name}: {lost}"],
                Half = half == 0 ? [] : [$"{name}: {half}"],
                Damaged = faults == 0 ? [] : [$"{name}: {faults}"],
                Refused = await store.CommitAsync(new Change().Put(StoreCase.Hot(), null)) ? [] : [$"{name}: takes nothing new"],
            };
        }
        catch (StoreException) when (ledger.Acknowledged == 0)
        {
            return report with { Unmade = 1 };
        }
        catch (StoreException refusal)
        {
            return report with { Refused = [$"{name}: {refusal.Message.Replace(after.Path, "", StringComparison.Ordinal)}"] };
        }
    }

    private static ProofLedger Ledger(IEnumerable<DiskEvent> events)
    {
        var ledger = new ProofLedger();
        foreach (var said in events.OfType<DiskEvent.Said>().SelectMany(s => s.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)))
        {
            if (said.Split(' ') is not [var word, var at, var of] || !Place.TryParse(at, out var place) || !RowVersion.TryParse(of, out var version))
            {
                throw new FormatException(said);
            }

            if (word == "ack")
            {
                ledger.Acknowledge(place, version);
            }
            else
            {
                ledger.Tried(place, version);
            }
        }

        return ledger;
    }
}
