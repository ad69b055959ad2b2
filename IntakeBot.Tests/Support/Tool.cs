using System.Diagnostics;

namespace IntakeBot.Tests.Support;

/// <summary>Programs of the machine, run to their end.</summary>
internal static class Tool
{
    public static bool IsThere(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));

    /// <summary>What it said on both streams, and its exit code.</summary>
    public static Task<(int Code, string Said)> TryAsync(string name, params IEnumerable<string> arguments) => TryAsync(new ProcessStartInfo(name, arguments));

    public static async Task<(int Code, string Said)> TryAsync(ProcessStartInfo start)
    {
        var (code, data, words) = await RunAsync(start);
        return (code, data + words);
    }

    public static async Task<(int Code, string Data, string Words)> RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, said[0], said[1]);
    }
}
