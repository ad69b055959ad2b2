namespace IntakeBot.Core.Sealing;

/// <summary>Which epoch a day belongs to: 0 from <paramref name="Start"/> on, one more every <paramref name="Days"/> days.</summary>
public readonly record struct EpochCalendar(Day Start, int Days)
{
    public const int DefaultDays = 28;

    /// <summary>From Monday, 2026-01-05 on: every roster and every 'keys new' that names no other, so that the two agree.</summary>
    public static EpochCalendar Default => new(new Day(20_458), DefaultDays);

    /// <summary>Days before the start count as epoch 0.</summary>
    public uint EpochOf(Day day) => day < Start ? 0 : (uint)((day.Number - Start.Number) / Days);
}
