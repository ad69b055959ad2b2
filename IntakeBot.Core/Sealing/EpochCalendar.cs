namespace IntakeBot.Core.Sealing;

/// <summary>Which epoch a day belongs to: 0 from <paramref name="Start"/> on, one more every <paramref name="Days"/> days.</summary>
public readonly record struct EpochCalendar(Day Start, int Days)
{
    public const int DefaultDays = 28;

    /// <summary>
    /// An epoch is over so many days after its last one: an intake of that day is kept <see cref="Format.DaysKept"/> days, and two
    /// more forgive clocks that differ. Then its secret keys are destroyed.
    /// </summary>
    public const int DaysOpenAfter = Format.DaysKept + 2;

    /// <summary>From Monday, 2026-01-05 on: every roster and every 'keys new' that names no other, so that the two agree.</summary>
    public static EpochCalendar Default => new(new Day(20_458), DefaultDays);

    /// <summary>Days before the start count as epoch 0.</summary>
    public uint EpochOf(Day day) => day < Start ? 0 : (uint)((day.Number - Start.Number) / Days);

    /// <summary>The first epoch of which an intake may still be kept.</summary>
    public uint OldestOpen(Day today) => EpochOf(today.Plus(-DaysOpenAfter));

    public Day FirstDayOf(uint epoch) => new((ushort)Math.Min(Start.Number + ((long)epoch * Days), ushort.MaxValue));

    public Day LastDayOf(uint epoch) => new((ushort)Math.Min(Start.Number + ((epoch + 1L) * Days) - 1, ushort.MaxValue));
}
