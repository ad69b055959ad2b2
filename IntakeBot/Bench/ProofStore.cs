using System.Diagnostics;
using System.Security.Cryptography;
using IntakeBot.Cli;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Bench;

/// <summary>
/// One store that is killed again and again: a process writes to it, SIGKILL ends that at a random moment (of its start as
/// well), and whoever opens the store next, this process or the next victim, must find all that was acknowledged.
/// </summary>
internal sealed class ProofStore(string folder)
{
    /// <summary>One kill of so many falls before the first acknowledgement; one of so many is found by the next victim.</summary>
    private const int EarlyOneIn = 6;
    private const int UnseenOneIn = 4;
    private const int KillsOfOne = 250;
    private const int MostLines = 160;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ProofLedger _ledger = new();

    /// <summary>
    /// The same in <paramref name="lanes"/> folders at a time, with the kills shared out. After 250 a new folder is begun: each removed row
    /// is looked for ever after, so that a folder's price grows with its kills.
    /// </summary>
    public static async Task<ProofStoreReport> RunAsync(string folder, int lanes, int kills, CancellationToken stop)
    {
        var (started, all, gate) = (Stopwatch.GetTimestamp(), new ProofStoreReport(0, 0, 0, 0, 0, 0), new Lock());
        var parts = Enumerable.Range(0, (kills + KillsOfOne - 1) / KillsOfOne);
        await Parallel.ForEachAsync(parts, new ParallelOptions { MaxDegreeOfParallelism = lanes }, async (i, _) =>
        {
            var own = Directory.CreateDirectory(Path.Combine(folder, $"{i}")).FullName;
            var report = await new ProofStore(own).RunAsync(Math.Min(KillsOfOne, kills - (i * KillsOfOne)), stop);
            Directory.Delete(own, recursive: true);
            lock (gate)
            {
                all += report;
            }
        });
        return all with { Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds };
    }

    /// <summary>Told to stop, it reports what it has done.</summary>
    public async Task<ProofStoreReport> RunAsync(int kills, CancellationToken stop)
    {
        var started = Stopwatch.GetTimestamp();
        var (lost, half, damaged) = (0, 0, 0);
        var done = 0;
        while (done < kills && !stop.IsCancellationRequested)
        {
            await KillOneAsync();
            if (++done < kills && !stop.IsCancellationRequested && RandomNumberGenerator.GetInt32(UnseenOneIn) == 0)
            {
                continue;
            }

            var found = await CompareAsync();
            (lost, half, damaged) = (lost + found.Lost, half + found.Half, damaged + found.Damaged);
        }

        return new(done, _ledger.Acknowledged, lost, half, damaged, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    /// <summary>
    /// One process of <paramref name="rounds"/> rounds that strace kills as one of its threads enters <paramref name="call"/> for the
    /// <paramref name="time"/>th time. No kill in the report: it came to its end before.
    /// </summary>
    public async Task<ProofStoreReport> KillInsideAsync(string call, int time, int rounds)
    {
        var (started, before) = (Stopwatch.GetTimestamp(), _ledger.Acknowledged);
        using var child = Process.Start(OwnProgram.Start(["proof", "child", "--data", folder, "--rounds", $"{rounds}"], StraceKill.At(call, time)))!;
        NoteAll(await child.StandardOutput.ReadToEndAsync().WaitAsync(Patience));
        await child.WaitForExitAsync();
        var found = await CompareAsync();
        return new(
            child.ExitCode == 0 ? 0 : 1, _ledger.Acknowledged - before, found.Lost, found.Half, found.Damaged, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private async Task<(int Lost, int Half, int Damaged)> CompareAsync()
    {
        await using var store = SealedStore.Open(folder, TimeProvider.System);
        var (lost, half) = _ledger.Compare(store);
        return (lost, half, store.Damaged.Count);
    }

    private async Task KillOneAsync()
    {
        using var child = Process.Start(OwnProgram.Start(["proof", "child", "--data", folder]))!;
        try
        {
            if (RandomNumberGenerator.GetInt32(EarlyOneIn) == 0)
            {
                await Task.Delay(RandomNumberGenerator.GetInt32(400));
            }
            else
            {
                await NoteAsync(child, RandomNumberGenerator.GetInt32(MostLines));
                await Task.Delay(RandomNumberGenerator.GetInt32(6));
            }
        }
        finally
        {
            child.Kill();
            await child.WaitForExitAsync();
        }

        NoteAll(await child.StandardOutput.ReadToEndAsync());
    }

    /// <summary>What it had said before it died: a last line without an end was never said.</summary>
    private void NoteAll(string rest)
    {
        foreach (var line in rest[..(rest.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Note(line);
        }
    }

    private async Task NoteAsync(Process child, int lines)
    {
        for (var read = 0; read <= lines; read++)
        {
            Note(await child.StandardOutput.ReadLineAsync().WaitAsync(Patience)
                ?? throw new InvalidOperationException($"The writing process ended by itself: {await child.StandardError.ReadToEndAsync()}"));
        }
    }

    private void Note(string line)
    {
        if (line.Split(' ') is not [var word, var at, var of] || !Place.TryParse(at, out var place) || !RowVersion.TryParse(of, out var version))
        {
            throw new InvalidOperationException($"The writing process said: {line}");
        }

        if (word == "ack")
        {
            _ledger.Acknowledge(place, version);
        }
        else
        {
            _ledger.Tried(place, version);
        }
    }
}
