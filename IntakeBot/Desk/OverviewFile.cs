namespace IntakeBot.Desk;

/// <summary>The overview for a spreadsheet: a line for each count, as it is shown on the page.</summary>
internal static class OverviewFile
{
    public static byte[] Of(OverviewModel model, DeskWords words) => CsvRow.File(
    [
        CsvRow.Of(words[Phrase.OverviewTable], words[Phrase.OverviewWeek], words[Phrase.OverviewOption], words[Phrase.OverviewNumber]),
        .. from table in model.Tables
           from line in table.Lines.Append(table.Total)
           from cell in table.Columns.Zip(line.Cells)
           select CsvRow.Of(table.Name, line.Name, cell.First, cell.Second.Words),
    ]);
}
