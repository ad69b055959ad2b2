using System.Globalization;
using System.Text;

namespace IntakeBot.Sheets;

/// <summary>A QR code as SVG to stand in a page: one path, a rectangle for each run of dark modules.</summary>
internal static class QrDrawing
{
    public static string Of(string text, string label)
    {
        var matrix = QrMatrix.Of(text);
        var path = new StringBuilder();
        for (var row = 0; row < matrix.Size; row++)
        {
            for (var column = 0; column < matrix.Size; column++)
            {
                var start = column;
                while (column < matrix.Size && matrix[row, column])
                {
                    column++;
                }

                if (column > start)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {row}h{column - start}v1h-{column - start}z");
                }
            }
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"""<svg class="qr" viewBox="0 0 {matrix.Size} {matrix.Size}" shape-rendering="crispEdges" role="img" aria-label="{label}"><path d="{path}"/></svg>""");
    }
}
