namespace IntakeBot.Core.Sealing;

/// <summary>Which epoch a day belongs to: 0 from <paramref name="Start"/> on, one more every <paramref name="Days"/> days.</summary>
public readonly record struct EpochCalendar(Day Start, int Days)
{
    public const int DefaultDays = 28;

    /// <summary>Days before the start count as epoch 0.</summary>
    public uint EpochOf(Day day) => day < Start ? 0 : (uint)((day.Number - Start.Number) / Days);
}
