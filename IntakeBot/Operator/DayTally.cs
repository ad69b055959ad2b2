using IntakeBot.Core.Sealing;

namespace IntakeBot.Operator;

/// <summary>Makes of totals what came on the last day that is over, in hundreds. Before that day is over nothing of it is told.</summary>
internal sealed class DayTally
{
    private Day? _day;
    private long[] _before = [];

    /// <summary>What the day before held of each total; zeros until a day was over.</summary>
    public IReadOnlyList<long> Yesterday { get; private set; } = [];

    /// <summary>To be called about once a minute with the totals since the start, always as many of them.</summary>
    public void Look(Day today, long[] totals)
    {
        if (_day is not { } day)
        {
            (_day, _before, Yesterday) = (today, totals, new long[totals.Length]);
        }
        else if (today > day)
        {
            Yesterday = [.. totals.Zip(_before, (now, then) => Steps.OfDay(now - then))];
            (_day, _before) = (today, totals);
        }
    }
}
