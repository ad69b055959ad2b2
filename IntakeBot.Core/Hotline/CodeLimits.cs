using System.Globalization;

namespace IntakeBot.Core.Hotline;

/// <summary>How often codes may be typed. Each costs 64 MiB and a fifth of a second, and each is a guess.</summary>
public sealed record CodeLimits
{
    public int PerHour { get; init; } = 5;

    public int PerDay { get; init; } = 20;

    /// <summary>Of all chats together.</summary>
    public int OverallPerHour { get; init; } = 600;

    /// <summary>Codes that wait their turn; who comes then is asked to come again.</summary>
    public int Waiting { get; init; } = 16;

    /// <summary>What is wrong, by name of the setting.</summary>
    public IEnumerable<string> Problems() =>
        new (string Name, int Value)[] { (nameof(PerHour), PerHour), (nameof(PerDay), PerDay), (nameof(OverallPerHour), OverallPerHour), (nameof(Waiting), Waiting) }
            .Where(l => l.Value < 1)
            .Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Name} is {l.Value}: give 1 or more, for at 0 nobody could read an answer"));

    /// <summary>Argon2id at once: one in 512 MiB of memory, and never on the last core, which is for presses.</summary>
    public static int AtOnce(long memoryBytes, int cores) => (int)Math.Clamp(memoryBytes / (512L << 20), 1, Math.Max(1, cores - 1));
}
