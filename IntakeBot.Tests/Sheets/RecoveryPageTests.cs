using System.Text.RegularExpressions;
using IntakeBot.Core.Sealing;
using IntakeBot.Sheets;
using IntakeBot.Tests.Support;
using QRCoder;

namespace IntakeBot.Tests.Sheets;

public sealed partial class RecoveryPageTests : IDisposable
{
    private readonly RecoverySheet _sheet = RecoverySheet.Draw(11, 13);
    private readonly string _page;

    public RecoveryPageTests() => _page = RecoveryPage.Of(_sheet, EpochCalendar.Default);

    public void Dispose() => _sheet.Dispose();

    [Fact]
    public void The_drawn_modules_are_those_of_a_code_of_the_sheet_s_text()
    {
        var text = string.Join('\n', SheetText.Of(_sheet).Select((l, i) => $"{i + 1} {l}"));
        using var expected = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        var drawing = Drawing().Match(_page);
        var size = int.Parse(drawing.Groups["size"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        var dark = new HashSet<(int Row, int Column)>();
        foreach (var run in Run().Matches(drawing.Groups["path"].Value).Select(m => m.Groups.Values.Skip(1).Select(g => int.Parse(g.ValueSpan, System.Globalization.CultureInfo.InvariantCulture)).ToArray()))
        {
            Assert.Equal(run[2], run[3]);
            Assert.All(Enumerable.Range(run[0], run[2]), column => Assert.True(dark.Add((run[1], column))));
        }

        Assert.Equal(expected.ModuleMatrix.Count, size);
        Assert.All(
            Enumerable.Range(0, size * size),
            at => Assert.Equal(expected.ModuleMatrix[at / size][at % size], dark.Contains((at / size, at % size))));
        Assert.Empty(Run().Replace(drawing.Groups["path"].Value, ""));
        Assert.Equal(text, RecoveryPage.TextOf(_sheet));
    }

    [Fact]
    public void What_is_printed_is_the_sheet_and_what_it_reaches()
    {
        using var read = SheetText.Read("page", PrintedSheet.WordsOf(_page), []);

        Assert.Equal(SheetText.Of(_sheet), SheetText.Of(read!));
        Assert.Contains(Fingerprint.Of(_sheet.Public), _page, StringComparison.Ordinal);
        Assert.Contains(EpochCalendar.Default.FirstDayOf(11).ToString(), _page, StringComparison.Ordinal);
        Assert.Contains(EpochCalendar.Default.LastDayOf(23).ToString(), _page, StringComparison.Ordinal);
        Assert.Contains("Delete the file of this page", _page, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", _page, StringComparison.Ordinal);
    }

    [Fact]
    public void It_loads_nothing_and_runs_nothing()
    {
        Assert.DoesNotMatch("(?i)https?:|<script|<link|<img|src=|href=|url\\(|@import", _page);
        Assert.Contains("default-src 'none'", _page, StringComparison.Ordinal);
    }

    [GeneratedRegex("""viewBox="0 0 (?<size>\d+) \k<size>".*?<path d="(?<path>[^"]+)"/>""")]
    private static partial Regex Drawing();

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1h-(\d+)z")]
    private static partial Regex Run();
}
