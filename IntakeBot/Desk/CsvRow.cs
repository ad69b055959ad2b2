using System.Text;

namespace IntakeBot.Desk;

/// <summary>
/// One line of a file that a spreadsheet opens (RFC 4180). A cell that a spreadsheet would take for a formula, and so run, gets an apostrophe before it; the
/// full-width signs are those of East Asian keyboards, which some spreadsheets take alike.
/// </summary>
internal static class CsvRow
{
    private const string Formula = "=+-@\t\r\n＝＋－＠";

    /// <summary>With the line's end.</summary>
    public static string Of(params IEnumerable<string> cells) => $"{string.Join(',', cells.Select(Cell))}\r\n";

    /// <summary>A file of <paramref name="rows"/>; it begins with the three bytes by which spreadsheets know UTF-8.</summary>
    public static byte[] File(IEnumerable<string> rows) => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Concat(rows))];

    private static string Cell(string text)
    {
        var harmless = text is [var first, ..] && Formula.Contains(first, StringComparison.Ordinal) ? $"'{text}" : text;
        return harmless.AsSpan().ContainsAny(",\"\r\n") || harmless != harmless.Trim() ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : harmless;
    }
}
