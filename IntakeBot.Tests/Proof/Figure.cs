using System.Globalization;

namespace IntakeBot.Tests.Proof;

/// <summary>One measured figure of a proof, with its unit in words.</summary>
/// <param name="What">What was counted or measured: "kills of the store process".</param>
/// <param name="Value">The figure as people read it: "10,000", "0", "12.4 ms".</param>
/// <param name="Goal">What it had to be, or empty where it is only told.</param>
/// <param name="Holds">False where the goal was missed. Such a figure is published too.</param>
internal sealed record Figure(string What, string Value, string Goal = "", bool Holds = true)
{
    /// <summary>How often something was done, of a number that the run was to reach.</summary>
    public static Figure Of(string what, int count, int wanted) => new(what, Number(count), Number(wanted), count >= wanted);

    /// <summary>A count that is only told.</summary>
    public static Figure Told(string what, int count) => new(what, Number(count));

    /// <summary>Something that must not have happened.</summary>
    public static Figure None(string what, int count) => new(what, Number(count), "0", count == 0);

    /// <summary>What a figure of time or speed must be read with.</summary>
    public static Figure Load() => new("load of the machine at the end", File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "?");

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
