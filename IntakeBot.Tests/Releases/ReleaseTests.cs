using System.Diagnostics;
using System.Text.Json;
using IntakeBot.Cli;
using IntakeBot.Releases;
using IntakeBot.Tests.Cli;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Releases;

/// <summary>What is written beside the files of a release, from the real lock files and packages.</summary>
public sealed class ReleaseTests : IDisposable
{
    private static readonly string[] Locks = [Repository.Path("IntakeBot", "packages.lock.json"), Repository.Path("IntakeBot.Core", "packages.lock.json")];

    private readonly TempFolder _folder = new();

    /// <summary>The lock file of the test project does not say where NuGet unpacks; the assets file of the last restore does.</summary>
    private static string Packages
    {
        get
        {
            using var assets = JsonDocument.Parse(File.ReadAllBytes(Repository.Path("IntakeBot", "obj", "project.assets.json")));
            return assets.RootElement.GetProperty("packageFolders").EnumerateObject().First().Name;
        }
    }

    /// <summary>Of the runtime pack that the restore fetched for self-contained files.</summary>
    private static string Runtime => Directory.EnumerateDirectories(Path.Combine(Packages, "microsoft.netcore.app.runtime.linux-x64")).Select(Path.GetFileName).Max()!;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_same_files_give_the_same_bytes_and_the_checksums_hold()
    {
        string[] folders = [_folder.Of("one"), _folder.Of("two")];
        foreach (var folder in folders)
        {
            _ = Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(Path.Combine(folder, "intakebot-linux-x64"), "a program");
            Assert.Equal(0, (await MakeAsync(folder)).Code);
        }

        foreach (var name in (string[])[ReleaseCommand.SbomName, ReleaseCommand.NoticesName, Checksums.FileName])
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(folders[0], name)), File.ReadAllBytes(Path.Combine(folders[1], name)));
        }

        Assert.Equal(0, await CheckAsync(folders[0]));
        await File.AppendAllTextAsync(Path.Combine(folders[0], "intakebot-linux-x64"), "!");
        Assert.NotEqual(0, await CheckAsync(folders[0]));
    }

    [Fact]
    public async Task Its_bill_of_materials_names_what_the_program_loads_and_no_more()
    {
        using var sbom = await SbomAsync();
        var components = sbom.RootElement.GetProperty("components").EnumerateArray().ToList();
        var required = components.Where(c => c.TryGetProperty("scope", out var scope) && scope.GetString() == "required").Select(c => c.GetProperty("name").GetString()!);

        // What the program's own list of assemblies says, as the build wrote it.
        using var loaded = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "intakebot.deps.json")));
        var target = loaded.RootElement.GetProperty("targets").EnumerateObject().First().Value;
        var shipped = target.EnumerateObject().Where(l => l.Value.EnumerateObject().Any(p => p.Name is "runtime" or "runtimeTargets" or "native") && !l.Name.StartsWith("intakebot", StringComparison.OrdinalIgnoreCase))
            .Select(l => l.Name.Split('/')[0]).ToList();

        Assert.Contains("LiteDB", shipped);

        // The framework brings the hosting package itself, a newer one than the lock file's.
        Assert.Equal(shipped.Append("Microsoft.Extensions.Hosting").Order(StringComparer.OrdinalIgnoreCase), required.Order(StringComparer.OrdinalIgnoreCase));
        Assert.Contains(components, c => c.GetProperty("name").GetString() == "Microsoft.NETCore.App" && c.GetProperty("version").GetString() == Runtime);
    }

    [Fact]
    public async Task Its_references_lead_somewhere_and_nothing_in_it_is_of_the_moment()
    {
        using var sbom = await SbomAsync();
        var root = sbom.RootElement;
        var known = root.GetProperty("components").EnumerateArray().Select(c => c.GetProperty("bom-ref").GetString()).Append("intakebot").ToList();

        Assert.Equal(known.Count, known.Distinct().Count());
        Assert.Equal(("CycloneDX", "1.6"), (root.GetProperty("bomFormat").GetString(), root.GetProperty("specVersion").GetString()));
        Assert.All(root.GetProperty("dependencies").EnumerateArray(), d =>
        {
            Assert.Contains(d.GetProperty("ref").GetString(), known);
            Assert.All(d.GetProperty("dependsOn").EnumerateArray(), o => Assert.Contains(o.GetString(), known));
        });
        Assert.False(root.TryGetProperty("serialNumber", out _) || root.GetProperty("metadata").TryGetProperty("timestamp", out _));
        Assert.Contains(root.GetProperty("dependencies").EnumerateArray(), d => d.GetProperty("ref").GetString()!.Contains("OpenTelemetry.Extensions.Hosting", StringComparison.Ordinal) && d.GetProperty("dependsOn").GetArrayLength() == 1);
    }

    [Fact]
    public async Task Every_part_that_is_shipped_has_its_licence_in_the_notices()
    {
        _ = await SbomAsync();
        var notices = await File.ReadAllTextAsync(Path.Combine(_folder.Path, ReleaseCommand.NoticesName));

        Assert.All(LockFiles.Read(Locks).Where(p => p.IsShipped), p => Assert.Contains($"\n{p.Name} {p.Version}\n", notices, StringComparison.Ordinal));
        Assert.DoesNotContain("BannedApiAnalyzers", notices, StringComparison.Ordinal);
        Assert.Contains("Permission to use, copy, modify, and/or distribute this software", notices, StringComparison.Ordinal);
        Assert.Contains("Apache-2.0", notices, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_versions_of_one_package_and_a_folder_that_is_not_there_are_refused()
    {
        var other = _folder.Of("packages.lock.json");
        await File.WriteAllTextAsync(other, (await File.ReadAllTextAsync(Locks[1])).Replace("5.0.20", "5.0.21", StringComparison.Ordinal));

        var two = await CliRun.Of("release", _folder.Path, "--lock", Locks[1], "--lock", other, "--packages", Packages, "--runtime", Runtime, "--release", "1", "--commit", "0");
        Assert.Equal(2, two.Code);
        Assert.Contains("LiteDB is 5.0.21 here and 5.0.20 in another lock file", two.Words, StringComparison.Ordinal);
        Assert.Equal(2, (await MakeAsync(_folder.Of("nowhere"))).Code);
        var unrestored = await CliRun.Of("release", _folder.Path, "--lock", Locks[1], "--packages", _folder.Path, "--runtime", Runtime, "--release", "1", "--commit", "0");
        Assert.Equal(2, unrestored.Code);
        Assert.Contains("restore the solution first", unrestored.Words, StringComparison.Ordinal);
    }

    private static Task<CliRun> MakeAsync(string folder) =>
        CliRun.Of("release", folder, "--lock", Locks[0], "--lock", Locks[1], "--packages", Packages, "--runtime", Runtime, "--release", "0.1.0", "--commit", "abc");

    private async Task<JsonDocument> SbomAsync()
    {
        var made = await MakeAsync(_folder.Path);
        Assert.True(made.Code == 0, made.Words);
        return JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(_folder.Path, ReleaseCommand.SbomName)));
    }

    private static async Task<int> CheckAsync(string folder)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/sha256sum"), "There is no sha256sum: install coreutils.");
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/sha256sum", ["--check", "--status", Checksums.FileName]) { WorkingDirectory = folder })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
