using System.Globalization;

namespace IntakeBot.Cli;

/// <summary>
/// What the machine might do with what is in memory, from the files of /proc: a sentence with the remedy for each. A file that is not there says
/// nothing, so that other systems than Linux are not asked.
/// </summary>
internal sealed class Machine(string proc = Machine.Proc)
{
    public const string Proc = "/proc";

    /// <summary>Room for every key and the pages around it; systemd gives 8 MiB, an old kernel 64 KiB.</summary>
    private const long LeastLocked = 1 << 20;

    public IEnumerable<string> Warnings() => [.. Swap(), .. Locked(), .. Dumps()];

    private IEnumerable<string> Swap() =>
        from line in Lines("swaps").Skip(1)
        let name = line.Split([' ', '\t'], 2)[0]
        where name.Length > 0 && !name.StartsWith("/dev/zram", StringComparison.Ordinal)
        select $"swap is on at {name}: keys and open answers may be written to that disk; swapoff -a and take it out of /etc/fstab, or encrypt it with a key that is drawn at each start";

    private IEnumerable<string> Locked() =>
        Limit("Max locked memory") is { } bytes && bytes < LeastLocked
            ? [$"only {bytes / 1024} KiB of memory may be locked, and {LeastLocked / 1024} are the least for keys: what does not fit may be swapped; set LimitMEMLOCK=8M in the unit, or --ulimit memlock=8388608 for the container"]
            : [];

    /// <summary>A program that takes dumps gets them whatever the limit is; a file is written only where the limit allows it.</summary>
    private IEnumerable<string> Dumps()
    {
        var pattern = Lines("sys", "kernel", "core_pattern").FirstOrDefault()?.Trim() ?? "";
        if (pattern is ['|', ..])
        {
            return pattern[1..].TrimStart().Split(' ')[0] is "/bin/false" or "/usr/bin/false"
                ? []
                : ["the kernel hands the memory of a program that crashes to another one, whatever the limit; sysctl -w kernel.core_pattern='|/bin/false', and the same in /etc/sysctl.d"];
        }

        return Limit("Max core file size") is > 0
            ? ["the memory of a program that crashes would be written to a file; set LimitCORE=0 in the unit, --ulimit core=0 for the container, or ulimit -c 0"]
            : [];
    }

    /// <summary>The soft one of this very process; null where it is not told.</summary>
    private long? Limit(string name) =>
        Lines("self", "limits").FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal))?[name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var soft, ..]
            ? long.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue
            : null;

    private string[] Lines(params ReadOnlySpan<string> names)
    {
        try
        {
            return File.ReadAllLines(Path.Combine([proc, .. names]));
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
