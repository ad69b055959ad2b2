using System.Globalization;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Desk;

/// <summary>Counts the cases of this desk by week.</summary>
internal sealed class OverviewView(Membership membership, CaseSheet sheet, CaseWords words, Day today)
{
    private const string Few = "<10";

    private readonly Week _current = Week.Of(today);

    public OverviewModel Of()
    {
        var dated = sheet.Cases.Where(c => c.Reading.Heading is not null).Select(c => (Week.Of(new(c.Reading.Heading!.Day)), c));
        var spans = WeekSpans.Of(dated, _current);
        return new()
        {
            Tables = spans.All(s => s.Items.Count < CountGrid.Least) ? [] : [Intakes(spans), .. new OverviewMeasures(membership, words).All().Select(m => Table(m, spans))],
        };
    }

    private OverviewTable Intakes(IReadOnlyList<WeekSpan<Case>> spans) => new()
    {
        Name = words.Words[Phrase.OverviewIntakes],
        Columns = [words.Words[Phrase.All]],
        Lines = [.. spans.Select(s => new OverviewLine(NameOf(s), [Came(s)]))],
        Total = new(words.Words[Phrase.OverviewTotal], [CellOf(spans.Where(s => !s.IsFew).Sum(s => s.Items.Count))]),
    };

    private OverviewTable Table(OverviewMeasure measure, IReadOnlyList<WeekSpan<Case>> spans)
    {
        var counted = spans.Where(s => !s.IsFew).ToList();
        var grid = new CountGrid([.. counted.Select(s => CountsOf(measure, s))], [.. counted.Select(s => s.Items.Count)], measure.AddsUp);
        CountGuard.Hide(grid);
        var lines = counted.Select((s, row) => new OverviewLine(NameOf(s), [Came(s), .. grid.Row(row).Select(c => CellOf(grid.Shown(c)))]));
        var few = spans.Where(s => s.IsFew).Select(s => new OverviewLine(NameOf(s), [Came(s), .. measure.Options.Select(_ => CellOf(new ShownCount(CountKind.Blank, null)))]));
        return new()
        {
            Name = measure.Name,
            Note = measure.Note,
            Columns = [words.Words[Phrase.All], .. measure.Options],
            Lines = [.. lines, .. few],
            Total = new(words.Words[Phrase.OverviewTotal], [CellOf(counted.Sum(s => s.Items.Count)), .. grid.Row(grid.Sums).Select(c => CellOf(grid.Shown(c)))]),
        };
    }

    private static List<int> CountsOf(OverviewMeasure measure, WeekSpan<Case> span)
    {
        var counts = span.Items.SelectMany(measure.Of).CountBy(i => i).ToDictionary();
        return [.. measure.Options.Select((_, i) => counts.GetValueOrDefault(i))];
    }

    private OverviewCell Came(WeekSpan<Case> span) => span.IsFew ? CellOf(new ShownCount(CountKind.Few, null)) : CellOf(span.Items.Count);

    private OverviewCell CellOf(int count) => CellOf(new ShownCount(CountKind.Exact, count));

    private OverviewCell CellOf(ShownCount count) => new(
        count switch
        {
            { Value: { } value } => value.ToString(CultureInfo.InvariantCulture),
            { Kind: CountKind.Few } => Few,
            _ => words.Words[Phrase.OverviewHidden],
        },
        count.Value);

    private string NameOf(WeekSpan<Case> span)
    {
        var name = span.First == span.Last ? $"{span.First}" : words.Words.With(Phrase.OverviewWeeks, span.First, span.Last);
        return span.Last == _current ? words.Words.With(Phrase.OverviewSoFar, name) : name;
    }
}
