using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Sealing.VectorKit;

/// <summary>The reader in JavaScript, in a folder of its own with what npm installs from its lock file.</summary>
public sealed partial class SecondReader : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    /// <summary>Why it cannot run here; null where it can.</summary>
    public string? Missing { get; private set; }

    public async ValueTask InitializeAsync()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Path("IntakeBot.Tests", "Sealing", "second-reader")))
        {
            File.Copy(file, _folder.Of(Path.GetFileName(file)));
        }

        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        try
        {
            var version = (await StartAsync("node", "", "--version")).Output.TrimStart('v').Split('.')[0];
            var (code, _, error) = await StartAsync(npm, "", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=0", "--fetch-timeout=20000");
            Missing = !int.TryParse(version, out var major) || major < 20 ? "Node 20 is not installed: the second reader was not run."
                : code != 0 && Unreachable().IsMatch(error) ? "The npm registry gave nothing: the second reader was not run."
                : null;
            Assert.True(code == 0 || Missing is not null, error);
        }
        catch (Win32Exception)
        {
            Missing = "Node and npm are not installed: the second reader was not run.";
        }
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>What it prints; what it complains of fails the test.</summary>
    public async Task<string> ReadAsync(string input, params string[] arguments)
    {
        var (code, output, error) = await StartAsync("node", input, ["read.mjs", .. arguments]);
        Assert.True(code == 0, error);
        return output;
    }

    private async Task<(int Code, string Output, string Error)> StartAsync(string program, string input, params string[] arguments)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.StandardInput.WriteAsync(input.AsMemory(), limit.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    [GeneratedRegex(@"code (ENOTFOUND|EAI_AGAIN|ECONN\w+|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED|E[45]\d\d)\b")]
    private static partial Regex Unreachable();
}
