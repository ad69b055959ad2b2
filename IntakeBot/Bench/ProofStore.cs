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
    private const int MostLines = 160;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ProofLedger _ledger = new();

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

            await using var store = SealedStore.Open(folder, TimeProvider.System);
            var found = _ledger.Compare(store);
            (lost, half, damaged) = (lost + found.Lost, half + found.Half, damaged + store.Damaged.Count);
        }

        return new(done, _ledger.Acknowledged, lost, half, damaged, Stopwatch.GetElapsedTime(started).TotalSeconds);
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

        // What it had said before it died: a last line without an end was never said.
        var rest = await child.StandardOutput.ReadToEndAsync();
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
