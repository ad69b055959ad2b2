using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Bench;

/// <summary>The store's own ceiling: rows of random bytes, each overwritten by one caller again and again, in this process.</summary>
internal sealed class StoreLoad(int waiting, TimeSpan time)
{
    public async Task<StoreLine> RunAsync(CancellationToken stop)
    {
        var load = ProcessUse.Load();
        var folder = Directory.CreateTempSubdirectory("intakebot-bench-").FullName;
        try
        {
            await using var store = SealedStore.Open(folder, TimeProvider.System);
            using var counts = new StoreCounts();
            var rows = await Task.WhenAll(Enumerable.Range(0, waiting).Select(_ => BeginAsync(store)));
            _ = await WriteAsync(store, rows, time / 2, stop);
            var (tally, cpu, start) = (counts.Now, ProcessUse.Of(Environment.ProcessId), Stopwatch.GetTimestamp());
            var times = await WriteAsync(store, rows, time, stop);
            var (seconds, used, counted) = (
                Stopwatch.GetElapsedTime(start).TotalSeconds, ProcessUse.Of(Environment.ProcessId).CpuSeconds - cpu.CpuSeconds, counts.Now.Since(tally));
            return new()
            {
                Waiting = waiting,
                CommitsPerSecond = Math.Round(times.Count / seconds),
                Milliseconds = Latencies.Of(times),
                CpuSecondsPer11000Commits = Math.Round(used * 11_000 / times.Count, 2),
                FsyncsPerCommit = Math.Round((double)counted.Flushes / times.Count, 3),
                ChangesPerTransaction = Math.Round((double)counted.Changes / counted.Commits, 1),
                LoadAverage = load,
            };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<HotRow> BeginAsync(SealedStore store)
    {
        var row = Row(Place.Random(), Door.Random());
        return await store.CommitAsync(new Change().Put(row, null)) ? row : throw new StoreException("A first row did not fit.");
    }

    private static async Task<IReadOnlyCollection<double>> WriteAsync(SealedStore store, HotRow[] rows, TimeSpan time, CancellationToken stop)
    {
        var times = new ConcurrentBag<double>();
        var start = Stopwatch.GetTimestamp();
        async Task OneAsync(int i)
        {
            await Task.Yield();
            while (Stopwatch.GetElapsedTime(start) < time && !stop.IsCancellationRequested)
            {
                var began = Stopwatch.GetTimestamp();
                var next = Row(rows[i].Place, rows[i].Door);
                if (!await store.CommitAsync(new Change().Put(next, rows[i].Version)))
                {
                    throw new StoreException("A row was not of the version that was written last.");
                }

                rows[i] = next;
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        await Task.WhenAll(Enumerable.Range(0, rows.Length).Select(OneAsync));
        return times;
    }

    private static HotRow Row(Place place, Door door) => new()
    {
        Place = place,
        Version = RowVersion.Random(),
        Expires = new(30_000),
        Door = door,
        Blob = RandomNumberGenerator.GetBytes(Format.BlobSize),
        Slots = RandomNumberGenerator.GetBytes(HotRow.SlotsSize),
        Note = RandomNumberGenerator.GetBytes(Format.NoteSize),
    };
}
