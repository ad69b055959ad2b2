using System.Globalization;
using System.Net;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Sheets;

/// <summary>A recovery sheet as one page of HTML to print. It loads nothing, and names no person.</summary>
public static class RecoveryPage
{
    /// <summary>What the QR code holds, and what <c>--words</c> takes: the numbered lines.</summary>
    public static string TextOf(RecoverySheet sheet) =>
        string.Join('\n', SheetText.Of(sheet).Select((line, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1} {line}")));

    public static string Of(RecoverySheet sheet, EpochCalendar calendar)
    {
        var values = new Dictionary<string, string>
        {
            ["lines"] = string.Concat(SheetText.Of(sheet).Select(Row)),
            ["qr"] = QrDrawing.Of(TextOf(sheet), "QR code of the seven lines"),
            ["fingerprint"] = Fingerprint.Of(sheet.Public),
            ["first"] = string.Create(CultureInfo.InvariantCulture, $"{sheet.FirstEpoch}"),
            ["from"] = calendar.FirstDayOf(sheet.FirstEpoch).ToString(),
            ["until"] = calendar.LastDayOf(sheet.LastEpoch).ToString(),
            ["start"] = calendar.Start.ToString(),
            ["days"] = calendar.Days.ToString(CultureInfo.InvariantCulture),
        };
        return values.Aggregate(Template(), (page, value) => page.Replace($"{{{{{value.Key}}}}}", value.Value, StringComparison.Ordinal));
    }

    private static string Row(string line) =>
        $"<li>{string.Concat(WebUtility.HtmlEncode(line).Split(' ').Select(word => $"<span>{word}</span> ")).TrimEnd()}</li>\n";

    private static string Template()
    {
        using var stream = typeof(RecoveryPage).Assembly.GetManifestResourceStream("IntakeBot.Sheets.recovery.html")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
