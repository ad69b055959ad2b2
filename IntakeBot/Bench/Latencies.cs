namespace IntakeBot.Bench;

/// <summary>Times in milliseconds of which a given share was no longer.</summary>
internal sealed record Latencies(double P50, double P95, double P99)
{
    public static Latencies Of(IEnumerable<double> milliseconds)
    {
        double[] sorted = [.. milliseconds.Order()];
        return new(At(sorted, 0.50), At(sorted, 0.95), At(sorted, 0.99));
    }

    private static double At(double[] sorted, double share) =>
        sorted.Length == 0 ? 0 : Math.Round(sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))], 2);
}
