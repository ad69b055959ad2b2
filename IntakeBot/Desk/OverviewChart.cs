namespace IntakeBot.Desk;

/// <summary>One column of a table as bars, a bar for each line, all charts of a table by one measure.</summary>
public sealed record OverviewChart(string Name, string Total, IReadOnlyList<OverviewBar> Bars)
{
    public const int Height = 64;
    public const int BarWidth = 16;
    private const int Step = 22;

    /// <summary>As high as no count may be told apart from another by it.</summary>
    private const int HiddenHeight = 8;

    /// <summary>Narrower drawings would be blown up.</summary>
    private const int FewestBars = 8;

    public int Width => Step * Math.Max(FewestBars, Bars.Count);

    /// <summary>What it shows, for who hears the page.</summary>
    public string Words => $"{Name}. {string.Join(", ", Bars.Select(b => b.Words))}";

    public static IEnumerable<OverviewChart> Of(IReadOnlyList<string> columns, IReadOnlyList<OverviewLine> lines, OverviewLine total)
    {
        // How many came has a chart of its own.
        var shown = Enumerable.Range(0, columns.Count).Skip(columns.Count > 1 ? 1 : 0).ToList();
        var most = Math.Max(CountGrid.Least, lines.Max(l => shown.Max(c => l.Cells[c].Value ?? 0)));
        return shown.Select(c => new OverviewChart(columns[c], total.Cells[c].Words, [.. lines.Select((l, i) => BarOf(l.Name, l.Cells[c], i, most))]));
    }

    private static OverviewBar BarOf(string name, OverviewCell cell, int index, int most) =>
        new($"{name}: {cell.Words}", index * Step, cell.Value is { } value ? (value * (Height - 2) / most) + (value > 0 ? 1 : 0) : HiddenHeight, cell.Value is null);
}
