using IntakeBot.Desk;

namespace IntakeBot.Tests.Desk;

/// <summary>
/// Somebody who has what is shown of a small table, and tries every table that would look the same. She knows the rules too: that "few" is 1 to 9, that what guards
/// another is ten or more, and how many people each row has.
/// </summary>
internal sealed class CountReader
{
    /// <summary>Several counts are one number, each in so many of its bits: then rows are added as numbers are.</summary>
    private const int Bits = 12;

    private readonly ShownCount[][] _shown;
    private readonly HashSet<int>[][] _possible;

    private CountReader(CountGrid grid)
    {
        _shown = [.. Enumerable.Range(0, grid.Sums + 1).Select(r => grid.Row(r).Select(grid.Shown).ToArray())];
        _possible = [.. _shown.Select(r => r.Select(_ => new HashSet<int>()).ToArray())];
    }

    /// <summary>Every number that a count can be, by row and column, the last row that of the sums.</summary>
    public static HashSet<int>[][] Read(CountGrid grid, int[] people)
    {
        var reader = new CountReader(grid);
        if (grid.AddsUp)
        {
            reader.Try([.. people.Select((p, r) => Rows(reader._shown[r], p).ToList())], [.. Enumerable.Range(0, grid.Columns)]);
            return reader._possible;
        }

        // Columns tell nothing of each other.
        for (var column = 0; column < grid.Columns; column++)
        {
            reader.Try([.. people.Select((p, r) => Enumerable.Range(0, p + 1).Where(v => Fits(reader._shown[r][column], v)).Select(v => (long)v).ToList())], [column]);
        }

        return reader._possible;
    }

    /// <summary>Every row of so many people that looks so.</summary>
    private static IEnumerable<long> Rows(ShownCount[] shown, int people) => shown is [var only]
        ? Fits(only, people) ? [people] : []
        : Enumerable.Range(0, people + 1).Where(v => Fits(shown[0], v)).SelectMany(v => Rows(shown[1..], people - v).Select(rest => v + (rest << Bits)));

    private static bool Fits(ShownCount shown, int value) => shown.Kind switch
    {
        CountKind.Exact => value == shown.Value,
        CountKind.Few => value is > 0 and < CountGrid.Least,
        CountKind.Guard => value >= CountGrid.Least,
        _ => true,
    };

    private static int Part(long counts, int index) => (int)((counts >> (Bits * index)) & ((1 << Bits) - 1));

    /// <summary>From above: what the rows can come to; then from below: which of that leads to sums that look as they are shown.</summary>
    private void Try(List<List<long>> rows, int[] columns)
    {
        var sums = new List<HashSet<long>> { new([0]) };
        foreach (var row in rows)
        {
            sums.Add([.. sums[^1].SelectMany(s => row.Select(r => s + r)).Where(s => columns.Select((c, i) => _shown[^1][c].Value is not { } most || Part(s, i) <= most).All(f => f))]);
        }

        _ = sums[^1].RemoveWhere(s => !columns.Select((c, i) => Fits(_shown[^1][c], Part(s, i))).All(f => f));
        Note(sums[^1], _shown.Length - 1, columns);
        for (var row = rows.Count - 1; row >= 0; row--)
        {
            Note(rows[row].Where(r => sums[row].Any(s => sums[row + 1].Contains(s + r))), row, columns);
            _ = sums[row].RemoveWhere(s => !rows[row].Any(r => sums[row + 1].Contains(s + r)));
        }
    }

    private void Note(IEnumerable<long> possible, int row, int[] columns)
    {
        foreach (var counts in possible)
        {
            foreach (var (i, column) in columns.Index())
            {
                _ = _possible[row][column].Add(Part(counts, i));
            }
        }
    }
}
