namespace IntakeBot.Operator;

/// <summary>The steps in which figures are published: so wide that what one person does is not seen in them.</summary>
internal static class Steps
{
    /// <summary>Counts of a day are published in hundreds: about four people's visits.</summary>
    public const long PerDay = 100;

    private const long Mebi = 1 << 20;

    /// <summary>Seconds that a commit takes, rounded up; one that is quick looks like every other.</summary>
    private static readonly double[] CommitSeconds = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

    /// <summary>Seconds that screens wait, rounded down.</summary>
    private static readonly double[] LagSeconds = [0, 5, 10, 30, 60, 120, 300, 600];

    /// <summary>Hours that a desk was away, rounded down: the shortest is what <c>serve</c> logs, too.</summary>
    private static readonly double[] AwayHours = [0, 12, 24, 48, 96, 168];

    public static double Commit(TimeSpan took) => CommitSeconds.FirstOrDefault(s => took.TotalSeconds <= s, CommitSeconds[^1]);

    public static double Lag(TimeSpan waits) => LagSeconds.Last(s => s == 0 || s <= waits.TotalSeconds);

    public static double Away(TimeSpan away) => AwayHours.Last(h => h == 0 || h <= away.TotalHours);

    /// <summary>Whole minutes, in seconds: a poll takes less than one, and how much less tells whether somebody pressed.</summary>
    public static double PollAge(TimeSpan age) => Math.Floor(age.TotalMinutes) * 60;

    public static long FreeBytes(long bytes) => bytes / (64 * Mebi) * (64 * Mebi);

    public static long DataBytes(long bytes) => Up(bytes, 16 * Mebi);

    public static long MemoryBytes(long bytes) => Up(bytes, 64 * Mebi);

    public static long OfDay(long count) => count / PerDay * PerDay;

    private static long Up(long bytes, long step) => (bytes + step - 1) / step * step;
}
