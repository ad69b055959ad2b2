using System.Diagnostics;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;

namespace IntakeBot.Tests.Storage;

/// <summary>A disk of 2 MB that fills up: whoever waits is told, and what was acknowledged is there afterwards.</summary>
public sealed class FullDiskTests : StoreCase
{
    [Fact]
    public async Task When_the_disk_is_full_everybody_is_told_and_nothing_acknowledged_is_lost()
    {
        var disk = Directory.CreateDirectory(File("disk")).FullName;
        Assert.SkipUnless(await RunAsync("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk), "a small disk cannot be mounted here");
        try
        {
            await FillAsync(disk);
        }
        finally
        {
            Assert.True(await RunAsync("umount", disk));
        }
    }

    private static async Task FillAsync(string disk)
    {
        var acknowledged = new Dictionary<Place, HotRow>();
        var store = SealedStore.Open(disk, TimeProvider.System);
        var waiting = new List<(HotRow Row, Task<bool> Done)>();
        while (!store.Failure.IsCompleted)
        {
            waiting = [.. Enumerable.Range(0, 32).Select(_ => Hot()).Select(r => (r, store.CommitAsync(Put(r))))];
            _ = await Task.WhenAny(Task.WhenAll(waiting.Select(w => w.Done))).WaitAsync(TimeSpan.FromSeconds(10));
            waiting.Where(w => w.Done.IsCompletedSuccessfully).ToList().ForEach(w => acknowledged.Add(w.Row.Place, w.Row));
            Assert.True(acknowledged.Count < 2000, "the disk never filled up");
        }

        Assert.True(acknowledged.Count > 100);
        Assert.All(waiting.Where(w => !w.Done.IsCompletedSuccessfully), w => Assert.IsType<StoreException>(w.Done.Exception?.InnerException));
        Assert.All(waiting, w => Assert.True(w.Done.IsCompleted));
        Assert.Contains("start the program again", (await store.Failure).Message, StringComparison.Ordinal);
        _ = await Assert.ThrowsAsync<StoreException>(() => store.CommitAsync(Put(Hot())));
        await store.DisposeAsync();

        Assert.True(await RunAsync("mount", "-o", "remount,size=8m", disk));
        await using var again = SealedStore.Open(disk, TimeProvider.System);
        Assert.All(acknowledged.Values, row => Assert.Equal(row.Encode(), again.FindHot(row.Door)?.Encode()));
        Assert.True(await again.CommitAsync(Put(Hot())));
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
