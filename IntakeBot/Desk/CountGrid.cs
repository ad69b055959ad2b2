namespace IntakeBot.Desk;

/// <summary>
/// Counts of people in rows, and below them a last row with the sum of each column. How many people a row has is known to everybody. Where it adds up each of them is in
/// one column; else in any number of columns.
/// </summary>
internal sealed class CountGrid
{
    /// <summary>The least number but 0 that is shown.</summary>
    public const int Least = 10;

    private readonly int[][] _counts;
    private readonly CountKind[][] _kinds;
    private readonly int[] _people;

    public CountGrid(IReadOnlyList<IReadOnlyList<int>> rows, IReadOnlyList<int> people, bool addsUp)
    {
        if (people.Any(p => p is < 0 or > 0 and < Least) || rows.Zip(people).Any(r => addsUp ? r.First.Sum() != r.Second : r.First.Any(c => c > r.Second)))
        {
            throw new ArgumentException("Rows of ten people or more, or of nobody.", nameof(people));
        }

        Columns = rows is [var first, ..] ? first.Count : 0;
        _counts = [.. rows.Select(r => r.ToArray()), [.. Enumerable.Range(0, Columns).Select(c => rows.Sum(r => r[c]))]];
        _kinds = [.. _counts.Select(r => r.Select(c => c is > 0 and < Least ? CountKind.Few : CountKind.Exact).ToArray())];
        _people = [.. people, people.Sum()];
        AddsUp = addsUp;
    }

    public bool AddsUp { get; }

    public int Columns { get; }

    /// <summary>Number of the last row, with the sums.</summary>
    public int Sums => _counts.Length - 1;

    public IEnumerable<Cell> Cells => Enumerable.Range(0, _counts.Length).SelectMany(Row);

    public int this[Cell cell] => _counts[cell.Row][cell.Column];

    public IEnumerable<Cell> Row(int row) => Enumerable.Range(0, Columns).Select(c => new Cell(row, c));

    /// <summary>With its sum.</summary>
    public IEnumerable<Cell> Column(int column) => Enumerable.Range(0, _counts.Length).Select(r => new Cell(r, column));

    /// <summary>How many people the cell's row has.</summary>
    public int PeopleOf(Cell cell) => _people[cell.Row];

    public CountKind KindOf(Cell cell) => _kinds[cell.Row][cell.Column];

    public bool IsHidden(Cell cell) => KindOf(cell) is not CountKind.Exact;

    public void Set(Cell cell, CountKind kind) => _kinds[cell.Row][cell.Column] = kind;

    public ShownCount Shown(Cell cell) => new(KindOf(cell), IsHidden(cell) ? null : this[cell]);

    /// <summary>Between which numbers it lies by how it is shown alone, told by the most that a reader could know.</summary>
    public (int Least, int Most) Range(Cell cell) => KindOf(cell) switch
    {
        CountKind.Few => (1, Least - 1),
        CountKind.Guard => (Least, PeopleOf(cell)),
        CountKind.Blank => (0, PeopleOf(cell)),
        _ => (this[cell], this[cell]),
    };
}
