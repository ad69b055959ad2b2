namespace IntakeBot.Core.Hotline;

/// <summary>How often something happened in the last sixty minutes. Counts only; the time is handed in.</summary>
internal sealed class LastHour
{
    private const int Minutes = 60;

    private readonly int[] _counts = new int[Minutes];
    private long _minute;

    public void Add(DateTimeOffset now) => _counts[Turn(now)]++;

    public int Count(DateTimeOffset now)
    {
        _ = Turn(now);
        return _counts.Sum();
    }

    /// <summary>Empties the minutes that have come since; the place of this one.</summary>
    private int Turn(DateTimeOffset now)
    {
        var minute = Math.Max(_minute, now.ToUnixTimeSeconds() / Minutes);
        if (minute - _minute >= Minutes)
        {
            Array.Clear(_counts);
        }
        else
        {
            for (var m = _minute + 1; m <= minute; m++)
            {
                _counts[m % Minutes] = 0;
            }
        }

        _minute = minute;
        return (int)(minute % Minutes);
    }
}
