namespace IntakeBot.Desk;

/// <summary>
/// Numbers under ten are hidden, in three steps until nothing changes: 1 to 9 are; where what is hidden of a line comes to fewer than ten, the smallest other number of the line too,
/// as the rest would be a number under ten; and where one can still be computed, a further one. Last of all, where two numbers are alone in a line, all of the line.
/// </summary>
internal static class CountGuard
{
    public static void Hide(CountGrid grid)
    {
        while (HideRest(grid) || HideMore(grid))
        {
        }
    }

    private static bool HideRest(CountGrid grid)
    {
        foreach (var line in LinesOf(grid))
        {
            var rest = line.Where(grid.IsHidden).Sum(c => grid[c]);
            if (rest is > 0 and < CountGrid.Least && Smallest(grid, line) is { } guard)
            {
                grid.Set(guard, CountKind.Guard);
                return true;
            }
        }

        return false;
    }

    /// <summary>Lines whose sum is shown; that of a column is in it, and can be hidden as well.</summary>
    private static IEnumerable<List<Cell>> LinesOf(CountGrid grid)
    {
        for (var row = 0; grid.AddsUp && row <= grid.Sums; row++)
        {
            yield return [.. grid.Row(row)];
        }

        for (var column = 0; column < grid.Columns; column++)
        {
            if (!grid.IsHidden(new(grid.Sums, column)))
            {
                yield return [.. grid.Column(column)];
            }
        }
    }

    private static bool HideMore(CountGrid grid)
    {
        if (new CountAudit(grid).GivenAway() is not { } cell)
        {
            return false;
        }

        IEnumerable<Cell> line = grid.AddsUp ? grid.Row(cell.Row) : grid.Column(cell.Column);
        if ((Cover(grid, cell) ?? Smallest(grid, line.Concat(grid.Column(cell.Column)))) is { } guard)
        {
            grid.Set(guard, CountKind.Guard);
            return true;
        }

        // Whatever is left says "none", and two numbers that are alone with their sum may say each other: then the zeros are hidden as well.
        var blank = (line.All(c => grid.KindOf(c) is CountKind.Blank) ? grid.Cells : line).Where(c => grid.KindOf(c) is not CountKind.Blank).ToList();
        blank.ForEach(c => grid.Set(c, CountKind.Blank));
        return blank.Count > 0;
    }

    /// <summary>The smallest number that alone, hidden, keeps <paramref name="cell"/> from being computed; null where there is none.</summary>
    private static Cell? Cover(CountGrid grid, Cell cell)
    {
        foreach (var other in Candidates(grid, grid.Cells).ToList())
        {
            grid.Set(other, CountKind.Guard);
            var isCovered = !new CountAudit(grid).IsGivenAway(cell);
            grid.Set(other, CountKind.Exact);
            if (isCovered)
            {
                return other;
            }
        }

        return null;
    }

    private static Cell? Smallest(CountGrid grid, IEnumerable<Cell> cells) => Candidates(grid, cells).Select(c => (Cell?)c).FirstOrDefault();

    /// <summary>
    /// Those that are shown and not none, the smallest first; sums last, as they say the most. A number that all of its row are in is known without being
    /// shown, so it would guard nothing.
    /// </summary>
    private static IEnumerable<Cell> Candidates(CountGrid grid, IEnumerable<Cell> cells) => cells
        .Where(c => !grid.IsHidden(c) && grid[c] > 0 && !(grid.AddsUp && grid[c] == grid.PeopleOf(c)))
        .OrderBy(c => c.Row == grid.Sums).ThenBy(c => grid[c]);
}
