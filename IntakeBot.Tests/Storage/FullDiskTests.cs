using System.Diagnostics;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Tests.Storage;

/// <summary>A disk of 2 MB that fills up: whoever waits is told, and what was acknowledged is there afterwards.</summary>
public sealed class FullDiskTests : StoreCase
{
    [Fact]
    public Task A_data_file_that_cannot_grow_stops_the_store() => OnSmallDiskAsync(async (store, _) =>
    {
        var (kept, waiting) = (new List<HotRow>(), new List<(HotRow Row, Task<bool> Done)>());
        for (var round = 0; round < 50 && !store.Failure.IsCompleted; round++)
        {
            waiting = await SendAsync(store, Enumerable.Range(0, 32).Select(_ => (Hot(), (RowVersion?)null)));
            kept.AddRange(Acknowledged(waiting));
        }

        Assert.True(kept.Count > 100);
        return kept;
    });

    /// <summary>The engine writes its log in the background and would wait for ever for a write that failed there.</summary>
    [Fact]
    public Task A_log_that_cannot_grow_stops_the_store() => OnSmallDiskAsync(async (store, disk) =>
    {
        var rows = Acknowledged(await SendAsync(store, Enumerable.Range(0, 64).Select(_ => (Hot(), (RowVersion?)null))));
        Assert.Equal(64, rows.Count);
        await using (var ballast = new FileStream(Path.Combine(disk, "ballast"), FileMode.Create))
        {
            ballast.Write(new byte[new DriveInfo(disk).AvailableFreeSpace]);
        }

        Assert.Empty(Acknowledged(await SendAsync(store, [(Next(rows[0]), rows[0].Version)])));
        return rows;
    });

    [Fact]
    public void The_first_error_of_the_disk_is_told_and_the_last_write()
    {
        Assert.SkipUnless(System.IO.File.Exists("/dev/full"), "there is no /dev/full here");
        var told = new List<string>();
        using var log = new LogFile("/dev/full", writable: true) { Broken = failure => told.Add(failure.Message) };

        _ = Assert.Throws<IOException>(() => log.Write(new byte[8192], 0, 8192));
        Assert.Contains("No space", Assert.Single(told), StringComparison.Ordinal);
        Assert.Contains("no longer writes", Assert.Throws<IOException>(() => log.SetLength(0)).Message, StringComparison.Ordinal);
        _ = Assert.Single(told);
    }

    private static async Task<List<(HotRow Row, Task<bool> Done)>> SendAsync(SealedStore store, IEnumerable<(HotRow Row, RowVersion? Expected)> rows)
    {
        var sent = rows.Select(r => (r.Row, store.CommitAsync(Put(r.Row, r.Expected)))).ToList();
        _ = await Task.WhenAny(Task.WhenAll(sent.Select(s => s.Item2))).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.All(sent, s => Assert.True(s.Item2.IsCompletedSuccessfully || s.Item2.Exception?.InnerException is StoreException));
        return sent;
    }

    private static List<HotRow> Acknowledged(IEnumerable<(HotRow Row, Task<bool> Done)> sent) =>
        [.. sent.Where(s => s.Done.IsCompletedSuccessfully).Select(s => s.Row)];

    private async Task OnSmallDiskAsync(Func<SealedStore, string, Task<List<HotRow>>> fillAndKeep)
    {
        var disk = Directory.CreateDirectory(File("disk")).FullName;
        Assert.SkipUnless(await RunAsync("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk), "a small disk cannot be mounted here");
        try
        {
            var store = SealedStore.Open(disk, TimeProvider.System);
            var kept = await fillAndKeep(store, disk);
            Assert.True(store.Failure.IsCompletedSuccessfully);
            Assert.Contains("start the program again", (await store.Failure).Message, StringComparison.Ordinal);
            _ = await Assert.ThrowsAsync<StoreException>(() => store.CommitAsync(Put(Hot())));
            await store.DisposeAsync();

            Assert.True(await RunAsync("mount", "-o", "remount,size=8m", disk));
            await using var again = SealedStore.Open(disk, TimeProvider.System);
            Assert.All(kept, row => Assert.Equal(row.Encode(), again.FindHot(row.Door)?.Encode()));
            Assert.True(await again.CommitAsync(Put(Hot())));
        }
        finally
        {
            Assert.True(await RunAsync("umount", "--lazy", disk));
        }
    }

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true });
            await process!.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
