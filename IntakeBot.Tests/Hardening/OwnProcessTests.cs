using System.Diagnostics;
using IntakeBot.Cli;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Hardening;

/// <summary>A real server process, looked at by another program of the same account that has no more rights than it.</summary>
public sealed class OwnProcessTests : IAsyncLifetime
{
    /// <summary>Root without any capability is an account like others.</summary>
    private static readonly string[] NoRights = Environment.IsPrivilegedProcess ? ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] : [];

    private readonly TempFolder _temporary = new();
    private DemoHotline _hotline = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Tool.IsThere("setpriv") && Tool.IsThere("prlimit"), "Needs Linux with setpriv and prlimit: apt-get install util-linux");
        _hotline = await DemoHotline.StartAsync(0, default);
        _hotline.Server.Environment["TMPDIR"] = _temporary.Path;
    }

    public async ValueTask DisposeAsync()
    {
        if (_hotline is not null)
        {
            await _hotline.DisposeAsync();
        }

        _temporary.Dispose();
    }

    [Fact]
    public async Task Nobody_of_the_same_account_reads_its_memory_no_core_is_written_keys_are_locked_and_no_door_is_open()
    {
        await StartAsync();

        Assert.False(await IsReadAsync(_hotline.Server.Id, "environ"));
        Assert.False(await IsReadAsync(_hotline.Server.Id, "mem"));
        Assert.Matches(@"(?m)^Max core file size +0 +0 ", Proc("limits"));
        Assert.True(LockedKilobytes() >= 32, Proc("status"));
        Assert.Empty(Doors());
        Assert.DoesNotContain(_hotline.Server.Words, w => w.Contains("memory", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_program_without_that_is_read_so_the_look_is_a_real_one()
    {
        string[] command = [.. NoRights, "sleep", "60"];
        using var other = Process.Start(new ProcessStartInfo(command[0], command[1..]))!;
        try
        {
            using var patience = new CancellationTokenSource(Taps.Patience);
            while (!File.ReadAllText($"/proc/{other.Id}/cmdline").StartsWith("sleep", StringComparison.Ordinal))
            {
                await Task.Delay(5, patience.Token);
            }

            Assert.True(await IsReadAsync(other.Id, "environ"));
        }
        finally
        {
            other.Kill();
        }
    }

    [Fact]
    public async Task What_is_open_is_said_once_with_what_to_do()
    {
        _hotline.Server.Environment["DOTNET_EnableDiagnostics"] = "1";

        await StartAsync("prlimit", "--memlock=0:0");

        Assert.Equal(0, LockedKilobytes());
        Assert.NotEmpty(Doors());
        _ = Assert.Single(_hotline.Server.Words, w => w.StartsWith("warning: ", StringComparison.Ordinal) && w.Contains("set DOTNET_EnableDiagnostics=0", StringComparison.Ordinal));
        _ = Assert.Single(_hotline.Server.Words, w => w.StartsWith("warning: ", StringComparison.Ordinal) && w.Contains("64 KiB of locked memory", StringComparison.Ordinal));
    }

    private async Task StartAsync(params string[] prefix)
    {
        await _hotline.Server.KillAsync();
        _hotline.Server.Prefix = [.. prefix, .. NoRights];
        await _hotline.Server.StartAsync(default);
    }

    /// <summary>True where a program of the same account and rights reads a byte of that file.</summary>
    private static async Task<bool> IsReadAsync(int process, string file)
    {
        // The first page of memory is mapped nowhere, so of "mem" only the opening is asked.
        string[] command = [.. NoRights, "dd", $"if=/proc/{process}/{file}", "bs=1", file == "mem" ? "count=0" : "count=1"];
        var (code, said) = await Tool.TryAsync(command[0], command[1..]);
        Assert.True(code == 0 || said.Contains("Permission denied", StringComparison.Ordinal), said);
        return code == 0;
    }

    /// <summary>Of the runtime's diagnostics: what another program connects to.</summary>
    private string[] Doors() =>
        [.. new[] { "dotnet-diagnostic-*", "clr-debug-pipe-*" }.SelectMany(pattern => Directory.EnumerateFileSystemEntries(_temporary.Path, pattern))];

    private int LockedKilobytes() => int.Parse(
        Proc("status").Split('\n').Single(l => l.StartsWith("VmLck:", StringComparison.Ordinal)).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1],
        System.Globalization.CultureInfo.InvariantCulture);

    private string Proc(string file) => File.ReadAllText($"/proc/{_hotline.Server.Id}/{file}");
}
