namespace IntakeBot.Bench;

/// <summary>Welch's t of two samples of times: how sure it is that they differ. Above 4.5 is taken as sure (ISO/IEC 17825; "dudect").</summary>
internal static class Welch
{
    public const double Limit = 4.5;

    public static double T(IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        var (mean1, part1) = MeanAndPart(one);
        var (mean2, part2) = MeanAndPart(other);
        return (mean1 - mean2) / Math.Sqrt(part1 + part2);
    }

    /// <summary>What is not above the given share of both together: a busy machine's rare long waits hide what there is to see.</summary>
    public static (IReadOnlyList<double> One, IReadOnlyList<double> Other) Below(double share, IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        var all = one.Concat(other).Order().ToList();
        var most = all[(int)(share * (all.Count - 1))];
        return ([.. one.Where(t => t <= most)], [.. other.Where(t => t <= most)]);
    }

    private static (double Mean, double Part) MeanAndPart(IReadOnlyList<double> sample)
    {
        var mean = sample.Average();
        return (mean, sample.Sum(t => (t - mean) * (t - mean)) / (sample.Count - 1) / sample.Count);
    }
}
