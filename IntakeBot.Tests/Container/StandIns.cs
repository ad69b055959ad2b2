using System.Text.RegularExpressions;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Container;

/// <summary>
/// Stand-ins for Microsoft's two base images, made of this machine's .NET and the libraries that it loads. The one to run has no shell and no other program, as
/// the chiseled one; the one to build has sh and mkdir, and the SDK is mounted into it.
/// </summary>
internal static partial class StandIns
{
    private const string Account = "1654";
    private const string DotnetInside = "/usr/share/dotnet";

    private static readonly string Version = Environment.Version.ToString();

    /// <summary>The folder of the .NET that runs this test.</summary>
    public static string Dotnet { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    public static string Runtime { get; } = $"localhost/intakebot-stand-in-runtime:{Version}";

    public static string Sdk { get; } = $"localhost/intakebot-stand-in-sdk:{Version}";

    /// <summary>What was made before is used again.</summary>
    public static async Task MakeAsync()
    {
        if ((await Engine.TryAsync("buildah", "inspect", "--type", "image", Sdk)).Code != 0)
        {
            await MakeAsync(Runtime, "scratch", "1654", FillRuntimeAsync);
            await MakeAsync(Sdk, Runtime, "root", root => CopyAsync(root, "/bin/sh", "/bin/mkdir"));
        }
    }

    private static async Task MakeAsync(string name, string from, string user, Func<string, Task> fill)
    {
        var working = await Engine.RunAsync("buildah", "from", "--pull-never", from);
        await fill(await Engine.RunAsync("buildah", "mount", working));
        _ = await Engine.RunAsync(
            "buildah", "config", "--user", user, "--env", $"APP_UID={Account}", "--env", $"PATH=/usr/bin:/bin:{DotnetInside}",
            "--env", "MSBUILDDISABLENODEREUSE=1", "--env", "UseSharedCompilation=false", "--env", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1", working);
        _ = await Engine.RunAsync("buildah", "commit", "-q", working, name);
        _ = await Engine.RunAsync("buildah", "rm", working);
    }

    private static async Task FillRuntimeAsync(string root)
    {
        foreach (var folder in new[] { "usr/bin", "usr/lib", "usr/lib64", "usr/share/dotnet", "etc/ssl/certs", "root", "home/app", "run", "proc", "sys", "dev", "var/tmp" })
        {
            _ = Directory.CreateDirectory(Path.Combine(root, folder));
        }

        foreach (var merged in new[] { "bin", "lib", "lib64" })
        {
            _ = File.CreateSymbolicLink(Path.Combine(root, merged), $"usr/{merged}");
        }

        _ = Directory.CreateDirectory(Path.Combine(root, "tmp"));
        FileModes.Set(Path.Combine(root, "tmp"), (UnixFileMode)0b111_111_111 | UnixFileMode.StickyBit);
        File.WriteAllText(Path.Combine(root, "etc/passwd"), $"root:x:0:0::/root:/sbin/nologin\napp:x:{Account}:{Account}::/home/app:/sbin/nologin\n");
        File.WriteAllText(Path.Combine(root, "etc/group"), $"root:x:0:\napp:x:{Account}:\n");
        _ = await Engine.RunAsync("chown", $"{Account}:{Account}", Path.Combine(root, "home/app"));
        foreach (var part in new[] { "dotnet", "host", "shared" })
        {
            _ = await Engine.RunAsync("cp", "-a", Path.Combine(Dotnet, part), Path.Combine(root, DotnetInside[1..]));
        }

        await CopyAsync(root, [.. Directory.EnumerateFiles(Path.Combine(Dotnet, "shared"), "lib*.so", SearchOption.AllDirectories), Path.Combine(Dotnet, "dotnet"), await OpenSslAsync()]);
    }

    /// <summary>The runtime loads it by name, so no file of .NET names it.</summary>
    private static async Task<string> OpenSslAsync() =>
        Library().Matches(await Engine.RunAsync("ldconfig", "-p")).Select(m => m.Groups[1].Value).First(path => path.EndsWith("/libssl.so.3", StringComparison.Ordinal));

    /// <summary>Programs and libraries of this machine, and what they load; what is .NET's is there already.</summary>
    private static async Task CopyAsync(string root, params string[] files)
    {
        var (_, said) = await Engine.TryAsync("ldd", files);
        foreach (var file in files.Concat(Library().Matches(said).Select(m => m.Groups[1].Value)).Distinct().Where(f => !f.StartsWith(Dotnet, StringComparison.Ordinal)))
        {
            var copy = Path.Combine(root, file[1..]);
            _ = Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }

    [GeneratedRegex(@"(/[^\s:]+\.so[^\s:]*)")]
    private static partial Regex Library();
}
