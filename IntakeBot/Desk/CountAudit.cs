namespace IntakeBot.Desk;

/// <summary>
/// Finds hidden counts that a reader can compute from what is shown. A table with its sums is a flow through a network: rows and columns are its nodes, hidden
/// counts its edges, and what is shown cannot change. Two tables that look the same differ by circles through hidden counts, so a count on no circle is given away.
/// </summary>
internal sealed class CountAudit
{
    private readonly CountGrid _grid;
    private readonly List<(Cell Cell, int From, int To)> _arcs = [];

    public CountAudit(CountGrid grid)
    {
        _grid = grid;
        foreach (var cell in grid.Cells.Where(grid.IsHidden))
        {
            var (least, most) = grid.Range(cell);
            var (from, to) = EndsOf(cell);
            if (grid[cell] < most)
            {
                _arcs.Add((cell, from, to));
            }

            if (grid[cell] > least)
            {
                _arcs.Add((cell, to, from));
            }
        }
    }

    /// <summary>The first one that is not none; null where there is no such.</summary>
    public Cell? GivenAway() => _grid.Cells.Where(c => _grid.IsHidden(c) && _grid[c] > 0 && IsGivenAway(c)).Select(c => (Cell?)c).FirstOrDefault();

    public bool IsGivenAway(Cell cell) => !_arcs.Any(a => a.Cell == cell && Leads(a.To, a.From, cell));

    /// <summary>From row to column, and from column to the sums. Where nothing adds up, rows bind nothing together: they are one with the sums.</summary>
    private (int From, int To) EndsOf(Cell cell)
    {
        var sums = _grid.Columns;
        return cell.Row == _grid.Sums ? (cell.Column, sums) : (_grid.AddsUp ? sums + 1 + cell.Row : sums, cell.Column);
    }

    private bool Leads(int from, int to, Cell without)
    {
        var (seen, next) = (new HashSet<int> { from }, new Queue<int>([from]));
        while (next.TryDequeue(out var node))
        {
            if (node == to)
            {
                return true;
            }

            foreach (var arc in _arcs.Where(a => a.From == node && a.Cell != without && seen.Add(a.To)))
            {
                next.Enqueue(arc.To);
            }
        }

        return false;
    }
}
