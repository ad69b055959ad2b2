using System.Security.Cryptography;
using IntakeBot.Desk;

namespace IntakeBot.Tests.Desk;

/// <summary>Numbers under ten are hidden, and cannot be computed from what is shown.</summary>
public sealed class CountGuardTests
{
    private const int Tables = 400;

    [Fact]
    public void Where_nothing_is_under_ten_everything_is_shown() => Assert.Equal("10 0 25 / 12 10 11 / 22 10 36", Shown(true, [10, 0, 25], [12, 10, 11]));

    [Fact]
    public void One_hidden_number_hides_the_smallest_other_of_its_row_and_a_zero_stays() => Assert.Equal("<10 hidden 20 0 / <10 hidden 20 0", Shown(true, [3, 12, 20, 0]));

    [Fact]
    public void Two_that_come_to_fewer_than_ten_hide_a_third() => Assert.Equal("<10 <10 hidden / <10 <10 hidden", Shown(true, [3, 4, 12]));

    [Fact]
    public void Two_that_can_only_be_nine_hide_a_third_as_well() => Assert.Equal("<10 <10 hidden / <10 <10 hidden", Shown(true, [9, 9, 12]));

    [Fact]
    public void Where_there_is_no_third_the_zeros_are_hidden_as_well() => Assert.Equal("hidden hidden hidden / hidden hidden hidden", Shown(true, [9, 9, 0]));

    [Fact]
    public void A_number_that_the_sum_of_its_column_would_tell_hides_another_of_the_column() =>
        Assert.Equal("<10 hidden 20 / hidden hidden 20 / 20 26 40", Shown(true, [4, 12, 20], [16, 14, 20]));

    [Fact]
    public void A_number_that_all_of_its_row_are_in_guards_nothing_and_stays() =>
        Assert.Equal("<10 0 hidden / 14 0 0 / 0 20 30 / hidden 20 hidden", Shown(true, [2, 0, 10], [14, 0, 0], [0, 20, 30]));

    [Fact]
    public void Columns_that_do_not_add_up_are_kept_apart() => Assert.Equal("<10 20 / hidden 0 / 21 0 / 46 20", Shown(false, [5, 20], [20, 0], [21, 0]));

    [Fact]
    public void A_row_of_fewer_than_ten_people_is_refused() => Assert.Throws<ArgumentException>(() => new CountGrid([[4, 5]], [9], addsUp: true));

    [Theory]
    [InlineData(1, 2, true)]
    [InlineData(1, 4, true)]
    [InlineData(2, 3, true)]
    [InlineData(3, 2, true)]
    [InlineData(3, 3, true)]
    [InlineData(2, 2, false)]
    [InlineData(4, 1, false)]
    public void From_what_is_shown_of_any_table_nobody_computes_a_hidden_number(int rows, int columns, bool addsUp)
    {
        for (var table = 0; table < Tables; table++)
        {
            var counts = Enumerable.Range(0, rows).Select(_ => Row(columns)).ToArray();
            int[] people = [.. counts.Select(c => addsUp ? c.Sum() : Math.Max(CountGrid.Least, c.Max()) + RandomNumberGenerator.GetInt32(3))];
            var grid = new CountGrid(counts, people, addsUp);
            CountGuard.Hide(grid);
            var possible = CountReader.Read(grid, people);
            var words = $"{string.Join(" / ", counts.Select(c => string.Join(' ', c)))} of {string.Join(' ', people)}, shown {Shown(grid)}";

            Assert.All(grid.Cells, cell =>
            {
                Assert.True(possible[cell.Row][cell.Column].Contains(grid[cell]), $"the reader is wrong: {words}");
                Assert.True(grid[cell] is 0 or >= CountGrid.Least || grid.IsHidden(cell), words);
                Assert.True(grid[cell] == 0 || !grid.IsHidden(cell) || possible[cell.Row][cell.Column].Count > 1, $"{cell} is given away: {words}");
            });
            Assert.All(Rests(grid), rest => Assert.True(rest is 0 or >= CountGrid.Least, $"{rest} are left: {words}"));
        }
    }

    /// <summary>What is hidden of each line with a sum that is shown: everybody can compute that.</summary>
    private static IEnumerable<int> Rests(CountGrid grid)
    {
        var rows = grid.AddsUp ? Enumerable.Range(0, grid.Sums + 1).Select(r => grid.Row(r)) : [];
        var columns = Enumerable.Range(0, grid.Columns).Where(c => !grid.IsHidden(new(grid.Sums, c))).Select(c => grid.Column(c).SkipLast(1));
        return rows.Concat(columns).Select(l => l.Where(grid.IsHidden).Sum(c => grid[c]));
    }

    /// <summary>Mostly numbers about which something can go wrong; ten people at least.</summary>
    private static int[] Row(int columns)
    {
        while (true)
        {
            int[] row = [.. Enumerable.Range(0, columns).Select(_ => RandomNumberGenerator.GetInt32(4) switch
            {
                0 => 0,
                1 => RandomNumberGenerator.GetInt32(1, 4),
                2 => RandomNumberGenerator.GetInt32(8, 12),
                _ => RandomNumberGenerator.GetInt32(1, 16),
            })];
            if (row.Sum() >= CountGrid.Least || columns == 1)
            {
                return row;
            }
        }
    }

    private static string Shown(bool addsUp, params int[][] counts)
    {
        var grid = new CountGrid(counts, [.. counts.Select(c => addsUp ? c.Sum() : c.Sum() + CountGrid.Least)], addsUp);
        CountGuard.Hide(grid);
        return Shown(grid);
    }

    private static string Shown(CountGrid grid) => string.Join(" / ", Enumerable.Range(0, grid.Sums + 1).Select(r => string.Join(' ', grid.Row(r).Select(grid.Shown).Select(s => s switch
    {
        { Value: { } value } => $"{value}",
        { Kind: CountKind.Few } => "<10",
        _ => "hidden",
    }))));
}
