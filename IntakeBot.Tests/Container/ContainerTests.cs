using System.Diagnostics;
using System.Text.RegularExpressions;
using IntakeBot.Cli;
using IntakeBot.Phone;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Container;

/// <summary>The image of the Dockerfile, run by the command of docs/container.md, looked at from outside.</summary>
public sealed partial class ContainerTests(ContainerRig rig) : IClassFixture<ContainerRig>
{
    [Fact]
    public async Task Health_answers_and_an_intake_goes_through_and_is_opened_outside()
    {
        Engine.SkipWithout();
        await using var reader = await rig.ReaderAsync();
        var layer = new ContainerLayer(rig);
        var walk = new DemoWalk(layer.Person, reader.Questionnaire, reader.Questionnaire.Languages[0]);
        await walk.PassGateAsync();
        do
        {
            layer.Hear();
        }
        while (await walk.StepAsync());

        await walk.EndAsync();
        layer.Hear();

        var place = Assert.Single(await reader.PlacesAsync(default));
        var reading = (await reader.OpenAsync(place, default))?.Reading;
        Assert.NotNull(reading);
        var opened = reading.Answers.Where(a => a.Question is not null && a.Options.Count > 0).ToDictionary(a => a.Question!, a => a.Options);
        Assert.NotEmpty(walk.Pressed);
        Assert.All(walk.Pressed, p => Assert.Equal(p.Value, opened[p.Key]));
        await layer.HoldsNothingAsync();
    }

    [Theory]
    [InlineData("status", @"^Uid:\t1654\t1654\t1654\t1654$")]
    [InlineData("status", @"^Gid:\t1654\t1654\t1654\t1654$")]
    [InlineData("status", "^CapEff:\t0{16}$")]
    [InlineData("status", "^CapPrm:\t0{16}$")]
    [InlineData("status", "^CapBnd:\t0{16}$")]
    [InlineData("status", @"^NoNewPrivs:\t1$")]
    [InlineData("status", @"^Seccomp:\t2$")]
    [InlineData("status", @"^VmLck:\s+(?!0 )")]
    [InlineData("limits", "^Max core file size +0 +0 ")]
    [InlineData("mountinfo", @"^\S+ \S+ \S+ \S+ / ro[, ]")]
    [InlineData("mountinfo", @"^\S+ \S+ \S+ \S+ /config ro[, ]")]
    [InlineData("mountinfo", @"^\S+ \S+ \S+ \S+ /keys ro[, ]")]
    [InlineData("mountinfo", @"^\S+ \S+ \S+ \S+ /tmp rw,nosuid,nodev,noexec")]
    public async Task The_kernel_says(string file, string line)
    {
        Engine.SkipWithout();
        Assert.Matches($"(?m){line}", await rig.ProcAsync(file));
    }

    [Fact]
    public async Task Memory_and_number_of_processes_are_bounded()
    {
        Engine.SkipWithout();
        Assert.Equal("536870912", await CgroupAsync("memory", "memory.max", "memory.limit_in_bytes"));
        Assert.Equal("128", await CgroupAsync("pids", "pids.max", "pids.max"));
    }

    /// <summary>Tried, not read off: the program itself makes a folder and files in it wherever the account may.</summary>
    [Fact]
    public async Task Nothing_is_writable_but_data_and_tmp_and_what_init_writes_is_whole()
    {
        Engine.SkipWithout();
        var inside = $"/proc/{await rig.ProcessAsync()}/root";
        string[] known = ["/", "/app", "/home/app", "/root", "/run", "/var/tmp", "/usr/share/dotnet", "/dev", "/dev/shm", "/etc", "/data", "/tmp"];
        var mounts = (await rig.ProcAsync("mountinfo")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')).Where(l => l[5].Split(',').Contains("rw")).Select(l => l[4]);
        var writable = new List<string>();
        foreach (var place in known.Union(mounts).Where(p => Directory.Exists(inside + p)).Order(StringComparer.Ordinal))
        {
            if ((await rig.ExecAsync("init", $"{place.TrimEnd('/')}/probe")).Code == ExitCode.Done)
            {
                writable.Add(place);
            }
        }

        Assert.Equal(["/data", "/tmp"], writable);
        var written = $"{inside}/data/probe/config";
        var shipped = Directory.EnumerateFiles(Repository.Path("config"), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Repository.Path("config"), f)).ToList();
        Assert.True(shipped.Count > 10);
        Assert.All(shipped, f => Assert.True(File.Exists(Path.Combine(written, f)), f));
        Directory.Delete($"{inside}/data/probe", recursive: true);
    }

    [Fact]
    public async Task No_shell_and_no_source_is_in_it_nobody_else_reads_its_memory_and_no_door_is_open()
    {
        Engine.SkipWithout();
        var process = await rig.ProcessAsync();
        var (_, log) = await Engine.TryAsync("podman", "logs", rig.Name);

        Assert.NotEqual(0, (await Engine.TryAsync("podman", "exec", rig.Name, "sh", "-c", "exit 0")).Code);

        var program = Directory.EnumerateFiles($"/proc/{process}/root/app", "*", SearchOption.AllDirectories).ToList();
        Assert.Contains(program, f => Path.GetFileName(f) == "intakebot");
        Assert.All(program, f => Assert.Contains(Path.GetExtension(f), (string[])[".dll", ".so", ".json", ""]));
        Assert.Empty(Directory.EnumerateFileSystemEntries($"/proc/{process}/root", ".*").Concat(Directory.EnumerateFileSystemEntries($"/proc/{process}/root/app", ".*")));

        // Of a process that lets itself be dumped these files belong to its account.
        Assert.Equal("0", await Engine.RunAsync("stat", "-c", "%u", $"/proc/{process}/environ"));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries($"/proc/{process}/root/tmp"), f => Door().IsMatch(f));
        Assert.Contains("Serving.", log, StringComparison.Ordinal);
        Assert.DoesNotContain("memory", log, StringComparison.Ordinal);
        Assert.DoesNotContain(new PhoneOptions().Token, log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_one_on_the_same_data_refuses_and_a_killed_one_is_started_again_by_the_engine()
    {
        Engine.SkipWithout();
        var second = $"{rig.Name}-second";
        try
        {
            var arguments = rig.Run(second).Where(a => a is not ("-d" or "--restart" or "on-failure:5"));
            var (code, said) = await Engine.TryAsync("podman", arguments);
            Assert.True(code is ExitCode.Refused or ExitCode.StartAgain, said);
        }
        finally
        {
            _ = await Engine.TryAsync("podman", "rm", "-f", second);
        }

        var before = await rig.ProcessAsync();
        using (var process = Process.GetProcessById(before))
        {
            process.Kill();
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await rig.ProcessAsync() is var now && (now == before || now == 0))
        {
            await Task.Delay(100, patience.Token);
        }

        await rig.ReadyAsync();
    }

    private async Task<string> CgroupAsync(string controller, string file, string older)
    {
        var lines = (await rig.ProcAsync("cgroup")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(':', 3)).ToList();
        var own = lines.FirstOrDefault(l => l[1].Split(',').Contains(controller));
        var path = own is null ? $"/sys/fs/cgroup{lines.Single(l => l[0] == "0")[2]}/{file}" : $"/sys/fs/cgroup/{controller}{own[2]}/{older}";
        return (await File.ReadAllTextAsync(path)).Trim();
    }

    [GeneratedRegex("dotnet-diagnostic-|clr-debug-pipe-")]
    private static partial Regex Door();
}
