using IntakeBot.Desk;

namespace IntakeBot.Tests.Desk;

public sealed class CsvRowTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("한국어 中文", "한국어 中文")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("she said \"no\"", "\"she said \"\"no\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData(" blank", "\" blank\"")]
    [InlineData("<10", "<10")]
    public void A_cell_is_quoted_where_RFC_4180_asks_for_it(string text, string cell) => Assert.Equal($"{cell}\r\n", CsvRow.Of(text));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+82 10", "'+82 10")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠SUM", "'＠SUM")]
    public void A_cell_that_a_spreadsheet_would_run_is_made_text(string text, string cell) => Assert.Equal($"{cell}\r\n", CsvRow.Of(text));

    [Theory]
    [InlineData("1+1")]
    [InlineData("a=b")]
    [InlineData("U1 now")]
    public void A_sign_inside_a_cell_does_nothing(string text) => Assert.Equal($"{text}\r\n", CsvRow.Of(text));

    [Fact]
    public void A_file_is_UTF_8_with_its_mark_and_a_line_for_each_row() =>
        Assert.Equal("\uFEFFa,b\r\nc,d\r\n"u8.ToArray(), CsvRow.File([CsvRow.Of("a", "b"), CsvRow.Of("c", "d")]));
}
