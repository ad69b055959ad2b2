using IntakeBot.Core.Sealing;

namespace IntakeBot.Desk;

/// <summary>
/// After how many days staff did something. Of an intake only the day is kept, so hours cannot be told. Days end at midnight UTC; who did it by a clock that
/// goes before the intake's day did it the same day.
/// </summary>
internal static class DaysTaken
{
    /// <summary>In the order of the numbers that <see cref="Of"/> gives.</summary>
    public static IReadOnlyList<Phrase> Names { get; } =
        [Phrase.OverviewSameDay, Phrase.OverviewNextDay, Phrase.OverviewTwoDays, Phrase.OverviewLater, Phrase.OverviewNotYet];

    /// <summary><paramref name="done"/>: when, by each who did; the earliest counts.</summary>
    public static int Of(Day day, IEnumerable<DateTimeOffset> done) => done.Select(d => Day.Of(d).Number - day.Number).DefaultIfEmpty(int.MaxValue).Min() switch
    {
        <= 0 => 0,
        1 => 1,
        <= 3 => 2,
        int.MaxValue => 4,
        _ => 3,
    };
}
