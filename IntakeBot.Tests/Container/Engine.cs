using System.Diagnostics;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Container;

/// <summary>buildah and podman over a store of their own, so that no image and no container of this machine is seen or touched.</summary>
internal static class Engine
{
    private const string Folder = "/var/cache/intakebot-container-test";

    private static readonly string[] Needed = ["buildah", "podman", "runc"];

    public static bool IsThere => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Needed.All(Tool.IsThere);

    public static void SkipWithout() => Assert.SkipUnless(IsThere, "Needs Linux, root and a container engine without a daemon: apt-get install buildah podman runc netavark");

    public static void Prepare()
    {
        _ = Directory.CreateDirectory(Folder);
        FileModes.Set(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.WriteAllText(Of("storage.conf"), $"""
            [storage]
            driver = "overlay"
            graphroot = "{Of("store")}"
            runroot = "{Of("run")}"

            """);

        // Where root may not raise limits, the engine's own are refused.
        File.WriteAllText(Of("containers.conf"), $"""
            [containers]
            default_ulimits = ["nofile=1024:4096", "nproc=4096:8192"]
            [engine]
            runtime = "runc"
            lock_type = "file"
            tmp_dir = "{Of("run", "libpod")}"

            """);
    }

    /// <summary>What it wrote as data; warnings are no part of it. A failure fails the test with both.</summary>
    public static async Task<string> RunAsync(string program, params IEnumerable<string> arguments)
    {
        var (code, data, words) = await Tool.RunAsync(Start(program, arguments));
        Assert.True(code == 0, $"{program}: {words}{data}");
        return data.Trim();
    }

    public static Task<(int Code, string Said)> TryAsync(string program, params IEnumerable<string> arguments) => Tool.TryAsync(Start(program, arguments));

    private static ProcessStartInfo Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments);
        start.Environment["CONTAINERS_STORAGE_CONF"] = Of("storage.conf");
        start.Environment["CONTAINERS_CONF"] = Of("containers.conf");
        start.Environment["BUILDAH_ISOLATION"] = "chroot";
        return start;
    }

    private static string Of(params string[] parts) => Path.Combine([Folder, .. parts]);
}
