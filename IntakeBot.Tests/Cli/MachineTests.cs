using IntakeBot.Cli;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Cli;

/// <summary>What the kernel says of the machine, planted in a folder: each bad thing is told with its remedy, and a good machine says nothing.</summary>
public sealed class MachineTests : IDisposable
{
    private const string Limits =
        """
        Limit                     Soft Limit           Hard Limit           Units
        Max cpu time              unlimited            unlimited            seconds
        Max core file size        CORE            unlimited            bytes
        Max locked memory         LOCKED              8388608              bytes

        """;

    private readonly TempFolder _folder = new();

    public MachineTests() => Plant();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_machine_that_is_set_well_says_nothing() => Assert.Empty(Warnings());

    [Fact]
    public void Where_the_kernel_does_not_tell_nothing_is_said() => Assert.Empty(new Machine(_folder.Of("nowhere")).Warnings());

    [Theory]
    [InlineData("/dev/sda2                               partition\t2097148\t\t0\t\t-2", "swap is on at /dev/sda2: ", "swapoff -a")]
    [InlineData("/swapfile file 1 0 -2", "swap is on at /swapfile: ", "swapoff -a")]
    public void Swap_is_told(string line, string what, string remedy) => AssertOnly(() => Plant(swaps: line), what, remedy);

    [Fact]
    public void Swap_within_the_memory_is_no_disk()
    {
        Plant(swaps: "/dev/zram0 partition 1 0 100");

        Assert.Empty(Warnings());
    }

    [Fact]
    public void Little_room_for_locked_keys_is_told() => AssertOnly(() => Plant(locked: "65536"), "only 64 KiB of memory may be locked", "LimitMEMLOCK=8M");

    [Theory]
    [InlineData("unlimited", "core")]
    [InlineData("1048576", "/var/crash/core.%p")]
    public void A_dump_that_would_be_written_is_told(string limit, string pattern) =>
        AssertOnly(() => Plant(core: limit, pattern: pattern), "would be written to a file", "LimitCORE=0");

    [Fact]
    public void A_dump_that_is_handed_to_a_program_is_told_whatever_the_limit() =>
        AssertOnly(() => Plant(core: "0", pattern: "|/usr/lib/systemd/systemd-coredump %P"), "hands the memory of a program that crashes to another one", "kernel.core_pattern='|/bin/false'");

    [Fact]
    public void A_program_that_throws_dumps_away_is_well()
    {
        Plant(core: "unlimited", pattern: "|/bin/false");

        Assert.Empty(Warnings());
    }

    [Fact]
    public async Task Check_tells_them_as_warnings_which_stop_nothing()
    {
        var made = Throwaway.Make(_folder.Of("try"), ArgonProfile.Tiny, TimeProvider.System);
        var token = Path.Combine(made.KeysFolder, "telegram.token");
        await File.WriteAllTextAsync(token, "4242424242:NeverPrintedSecret");
        FileModes.Set(token, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Plant(swaps: "/dev/sda2 partition 1 0 -2");

        var check = await CliRun.On(_folder.Of("proc"), TimeProvider.System, "check", "--offline", "--config", made.ConfigFolder, "--data", made.DataFolder);

        Assert.Equal(0, check.Code);
        Assert.Contains("warning swap is on at /dev/sda2", check.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folders_that_others_may_enter_and_settings_that_others_may_change_are_told()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        var made = Throwaway.Make(_folder.Of("try"), ArgonProfile.Tiny, TimeProvider.System);
        var settings = Path.Combine(made.ConfigFolder, SettingsFile.Name);
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        FileModes.Set(made.KeysFolder, Owner | UnixFileMode.GroupExecute);
        FileModes.Set(made.DataFolder, Owner | UnixFileMode.OtherRead);
        FileModes.Set(made.ConfigFolder, Owner | UnixFileMode.OtherRead);
        FileModes.Set(settings, Owner | UnixFileMode.GroupWrite);

        var check = await CliRun.Of("check", "--offline", "--config", made.ConfigFolder, "--data", made.DataFolder);

        Assert.Contains($"warning {made.KeysFolder}: others than its owner may enter; run chmod 700 {made.KeysFolder}", check.Data, StringComparison.Ordinal);
        Assert.Contains($"warning {made.DataFolder}: others than its owner may enter", check.Data, StringComparison.Ordinal);
        Assert.Contains($"warning {settings}: others than its owner may change it, and with it where the token goes; run chmod go-w {settings}", check.Data, StringComparison.Ordinal);
        Assert.DoesNotContain($"warning {made.ConfigFolder}: ", check.Data, StringComparison.Ordinal);
    }

    private IReadOnlyList<string> Warnings() => [.. new Machine(_folder.Of("proc")).Warnings()];

    private void AssertOnly(Action plant, string what, string remedy)
    {
        plant();

        var told = Assert.Single(Warnings());
        Assert.Contains(what, told, StringComparison.Ordinal);
        Assert.Contains(remedy, told, StringComparison.Ordinal);
    }

    private void Plant(string swaps = "", string locked = "8388608", string core = "0", string pattern = "core")
    {
        _ = Directory.CreateDirectory(_folder.Of("proc", "self"));
        _ = Directory.CreateDirectory(_folder.Of("proc", "sys", "kernel"));
        File.WriteAllText(_folder.Of("proc", "swaps"), $"Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n{swaps}\n");
        File.WriteAllText(_folder.Of("proc", "self", "limits"), Limits.Replace("LOCKED", locked, StringComparison.Ordinal).Replace("CORE", core, StringComparison.Ordinal));
        File.WriteAllText(_folder.Of("proc", "sys", "kernel", "core_pattern"), $"{pattern}\n");
    }
}
