using System.Diagnostics;
using IntakeBot.Bench;
using IntakeBot.Cli;

namespace IntakeBot.Tests.Journeys;

/// <summary>The real <c>serve</c> under people who answer, while its disk fails: it ends with 75 at once, and nothing they were shown is missing.</summary>
public sealed class StorageWeatherTests
{
    private const int People = 6;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_server_killed_three_times_loses_nobodys_answer()
    {
        var report = await ProofServer.RunAsync(kills: 3, people: 8, default);

        Assert.True(report.AllKept, report.ToString());
    }

    /// <summary>Counted on each thread: the writer's fails in the middle of the load.</summary>
    [Theory]
    [InlineData("fsync:error=EIO:when=9+")]
    [InlineData("pwrite64:error=EROFS:when=60+")]
    public async Task A_disk_that_refuses_ends_it_with_start_again(string refusal)
    {
        Assert.SkipUnless(await RunAsync("strace", "-qq", "-o", "/dev/null", "true"), "strace is not installed, or may not trace here");
        await using var hotline = await DemoHotline.StartAsync(0, default);
        await hotline.Server.KillAsync();
        hotline.Server.Prefix = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", $"trace={refusal.Split(':')[0]}", "-e", $"inject={refusal}"];
        await hotline.Server.StartAsync(default);

        var proof = new ProofServer(hotline, People);
        var report = await proof.RunAsync(1, async stop =>
        {
            await EndsAsync(hotline, proof);
            hotline.Server.Prefix = [];
            await hotline.Server.StartAsync(stop);
        }, default);

        Assert.True(report.AllKept, $"{report}\n{string.Join('\n', proof.Stuck.Concat(hotline.Server.Words))}");
        Assert.Contains(hotline.Server.Words, w => w.Contains("start the program again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_full_disk_ends_it_with_start_again_and_a_freed_one_lets_it_go_on()
    {
        await using var hotline = await DemoHotline.StartAsync(0, default);
        await hotline.Server.KillAsync();
        var disk = hotline.Keys.DataFolder;
        Assert.SkipUnless(await RunAsync("mount", "-t", "tmpfs", "-o", "size=300m", "tmpfs", disk), "a small disk cannot be mounted here");
        try
        {
            await hotline.Server.StartAsync(default);
            var proof = new ProofServer(hotline, People);
            var report = await proof.RunAsync(1, async stop =>
            {
                while (proof.Answers < People)
                {
                    await Task.Delay(20, stop);
                }

                var ballast = Path.Combine(disk, "ballast");
                var tooMuch = new DriveInfo(disk).AvailableFreeSpace + 65_536;
                await Assert.ThrowsAsync<IOException>(() => File.WriteAllBytesAsync(ballast, new byte[tooMuch], stop));
                await EndsAsync(hotline, proof);
                await hotline.Server.StartAsync(stop);
                await EndsAsync(hotline, proof);
                File.Delete(ballast);
                await hotline.Server.StartAsync(stop);
            }, default);

            Assert.True(report.AllKept, $"{report}\n{string.Join('\n', proof.Stuck.Concat(hotline.Server.Words))}");
        }
        finally
        {
            await hotline.Server.KillAsync();
            Assert.True(await RunAsync("umount", "--lazy", disk));
        }
    }

    private static async Task EndsAsync(DemoHotline hotline, ProofServer proof)
    {
        var end = hotline.Server.EndAsync(default);
        if (await Task.WhenAny(end, Task.Delay(Soon)) != end)
        {
            Assert.Fail($"It has not ended.\n{string.Join('\n', proof.Stuck.Concat(hotline.Server.Words))}");
        }

        Assert.Equal(ExitCode.StartAgain, await end);
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
