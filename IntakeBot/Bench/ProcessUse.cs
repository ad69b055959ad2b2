using System.Globalization;

namespace IntakeBot.Bench;

/// <summary>What a process has used so far, as Linux tells in /proc: processor seconds of user and system, and memory.</summary>
internal readonly record struct ProcessUse(double CpuSeconds, double ResidentMiB, double PeakMiB)
{
    /// <summary>What Linux counts processor time in; 100 a second on every machine it runs on.</summary>
    private const double TicksPerSecond = 100;

    public static ProcessUse Of(int process)
    {
        // The second field is the program's name in brackets and may hold blanks.
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = Number(fields[11]) + Number(fields[12]);
        var status = File.ReadAllLines($"/proc/{process}/status");
        return new(ticks / TicksPerSecond, MiB(status, "VmRSS:"), MiB(status, "VmHWM:"));
    }

    /// <summary>Processes that wanted to run in the last minute, on average: with more than there are cores, times are too long.</summary>
    public static double Load() => Number(File.ReadAllText("/proc/loadavg").Split(' ')[0]);

    private static double MiB(string[] status, string name) =>
        Number(status.First(l => l.StartsWith(name, StringComparison.Ordinal))[name.Length..].Replace("kB", "", StringComparison.Ordinal)) / 1024;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
