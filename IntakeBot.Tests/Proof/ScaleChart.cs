using System.Globalization;
using System.Text;

namespace IntakeBot.Tests.Proof;

/// <summary>docs/proof/scale.svg: two bars for each step, what an answer costs and how large the server is.</summary>
internal static class ScaleChart
{
    private const int Row = 26;
    private const int Top = 62;
    private const int Long = 200;
    private const int Label = 250;
    private const int Second = 570;

    public static string Svg(IReadOnlyList<ScaleLine> lines, string title)
    {
        var svg = new StringBuilder();
        var height = Top + (Row * lines.Count) + 14;
        Add(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 860 {height}\" font-family=\"system-ui, sans-serif\" font-size=\"13\" role=\"img\" aria-label=\"What an answer costs, from one person to ten thousand\">");
        Add(svg, $"<rect width=\"860\" height=\"{height}\" fill=\"#ffffff\"/>");
        Add(svg, $"<text x=\"16\" y=\"24\" font-size=\"15\" font-weight=\"600\" fill=\"#1a202c\">{title}</text>");
        Add(svg, $"<text x=\"{Label}\" y=\"50\" fill=\"#4a5568\">CPU ms of the server for an answer or an update</text>");
        Add(svg, $"<text x=\"{Second}\" y=\"50\" fill=\"#4a5568\">MiB of the server</text>");
        foreach (var (at, line) in lines.Index())
        {
            var y = Top + (Row * at);
            Add(svg, $"<text x=\"{Label - 10}\" y=\"{y + 12}\" text-anchor=\"end\" fill=\"#1a202c\">{line.What}</text>");
            Bar(svg, Label, y, line.CpuMilliseconds, lines.Max(l => l.CpuMilliseconds), "0.00", "#2f855a");
            Bar(svg, Second, y, line.MiB, lines.Max(l => l.MiB), "0", "#5b7c99");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Bar(StringBuilder svg, int x, int y, double value, double most, string form, string colour)
    {
        var width = most > 0 ? Long * value / most : 0;
        Add(svg, $"<rect x=\"{x}\" y=\"{y}\" width=\"{width:0.0}\" height=\"16\" fill=\"{colour}\"/><text x=\"{x + width + 6:0.0}\" y=\"{y + 12}\" fill=\"#1a202c\">{value.ToString(form, CultureInfo.InvariantCulture)}</text>");
    }

    private static void Add(StringBuilder svg, FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
