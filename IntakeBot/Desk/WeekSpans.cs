namespace IntakeBot.Desk;

/// <summary>
/// Weeks with so few that their number may not be shown are taken together with those that follow, until there are enough: so every span has a number
/// that may be shown, none, or is the last and has too few. The number of a span then stands in each table without giving anything away.
/// </summary>
internal static class WeekSpans
{
    /// <summary>Nothing is kept for longer than 180 days, so what seems older, or to be of weeks to come, has a day that nobody can believe: it is left out.</summary>
    public const int Most = 27;

    public static IReadOnlyList<WeekSpan<T>> Of<T>(IEnumerable<(Week Week, T Item)> items, Week current)
    {
        var weeks = items.Where(i => i.Week.Number > current.Number - Most && i.Week.Number <= current.Number).ToLookup(i => i.Week.Number, i => i.Item);
        var spans = new List<WeekSpan<T>>();
        if (weeks.Count == 0)
        {
            return spans;
        }

        var first = weeks.Min(w => w.Key);
        var gathered = new List<T>();
        for (var number = first; number <= current.Number; number++)
        {
            gathered.AddRange(weeks[number]);
            if (gathered.Count is 0 or >= CountGrid.Least || number == current.Number)
            {
                spans.Add(new(new(first), new(number), gathered));
                (first, gathered) = (number + 1, []);
            }
        }

        return spans;
    }
}
