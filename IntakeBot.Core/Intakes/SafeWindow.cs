namespace IntakeBot.Core.Intakes;

/// <summary>
/// The hours that a person may mean by a time at which she can look safely. Her screen names parts of the day and says that they are China's, so these hours are
/// what staff take them for (protection.md 2.3, S14): a guess to plan by, not her word.
/// </summary>
public sealed record SafeWindow(TimeOnly From, TimeOnly Until)
{
    /// <summary>China has one time, without summer time.</summary>
    public static readonly TimeSpan HerOffset = TimeSpan.FromHours(8);

    /// <summary>By the id of an option of the question of safe times; null where it names no part of the day.</summary>
    public static SafeWindow? Of(string option) => option switch
    {
        "morning" => new(new(6, 0), new(10, 0)),
        "day" => new(new(10, 0), new(18, 0)),
        "evening" => new(new(18, 0), new(22, 0)),
        "night" => new(new(22, 0), new(6, 0)),
        _ => null,
    };

    /// <summary>The same hours on the clock of <paramref name="zone"/> on the day of <paramref name="now"/>.</summary>
    public SafeWindow In(TimeZoneInfo zone, DateTimeOffset now)
    {
        var shift = zone.GetUtcOffset(now) - HerOffset;
        return new(From.Add(shift), Until.Add(shift));
    }

    /// <summary>True where it is that time of day for her.</summary>
    public bool IsOpenAt(DateTimeOffset now) => TimeOnly.FromTimeSpan(now.ToOffset(HerOffset).TimeOfDay).IsBetween(From, Until);

    /// <summary>Says nothing: it is what a person said.</summary>
    public override string ToString() => nameof(SafeWindow);
}
