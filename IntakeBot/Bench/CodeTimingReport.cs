using System.Globalization;
using System.Text;

namespace IntakeBot.Bench;

/// <summary>What <see cref="CodeTiming"/> measured: times in microseconds.</summary>
internal sealed record CodeTimingReport
{
    private const double Cropped = 0.95;

    public required IReadOnlyList<KindLine> Kinds { get; init; }

    public required IReadOnlyList<PairLine> Pairs { get; init; }

    /// <summary>At the start, over one minute.</summary>
    public required double LoadAverage { get; init; }

    /// <summary>True where time does not tell one kind from another.</summary>
    public bool IsSilent => Pairs.All(p => Math.Abs(p.T) < Welch.Limit && Math.Abs(p.TCropped) < Welch.Limit);

    public static CodeTimingReport Of(IReadOnlyList<(string Name, List<double> Times)> kinds, double load) => new()
    {
        Kinds = [.. kinds.Select(k => new KindLine(k.Name, k.Times.Count, Math.Round(k.Times.Average(), 1), Math.Round(k.Times.Order().ElementAt(k.Times.Count / 2), 1)))],
        Pairs =
        [
            .. from i in Enumerable.Range(0, kinds.Count)
               from j in Enumerable.Range(i + 1, kinds.Count - i - 1)
               let cropped = Welch.Below(Cropped, kinds[i].Times, kinds[j].Times)
               select new PairLine(
                   $"{kinds[i].Name} / {kinds[j].Name}",
                   Math.Round(Welch.T(kinds[i].Times, kinds[j].Times), 2),
                   Math.Round(Welch.T(cropped.One, cropped.Other), 2)),
        ],
        LoadAverage = load,
    };

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var kind in Kinds)
        {
            _ = text.AppendLine(CultureInfo.InvariantCulture, $"{kind.Kind,-14} {kind.Samples,7} times, mean {kind.Mean,8:0.0} µs, median {kind.Median,8:0.0} µs");
        }

        foreach (var pair in Pairs)
        {
            _ = text.AppendLine(CultureInfo.InvariantCulture, $"{pair.Pair,-28} t {pair.T,6:0.00}, without the slowest 5 % {pair.TCropped,6:0.00}");
        }

        return text.Append(CultureInfo.InvariantCulture, $"{(IsSilent ? "Time tells nothing" : "TIME TELLS them apart")}: a t of {Welch.Limit} or more would. Load {LoadAverage:0.0}.").ToString();
    }

    internal sealed record KindLine(string Kind, int Samples, double Mean, double Median);

    internal sealed record PairLine(string Pair, double T, double TCropped);
}
