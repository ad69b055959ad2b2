using System.Globalization;
using System.Text;

namespace IntakeBot.Core.Covers;

/// <summary>Converts between units: a page for weight, one for length, and so on. A typed number is converted, else a few common ones are.</summary>
internal sealed class UnitCover : Cover
{
    private const int InRow = 2;
    private const int MostTyped = 20;

    private static readonly decimal[] Common = [1, 5, 10, 50];

    /// <summary>In the order of the file.</summary>
    public required IReadOnlyList<UnitPage> Pages { get; init; }

    /// <summary>"Type a number", by language.</summary>
    public required IReadOnlyList<string> Ask { get; init; }

    public override CoverCard Draw(byte language, int page, decimal? amount, int today)
    {
        var shown = Pages[page % Pages.Count];
        decimal[] amounts = amount is { } typed ? [typed] : Common;
        var text = new StringBuilder(shown.Titles[language]).Append("\n\n");
        foreach (var each in amounts)
        {
            foreach (var line in amount is null ? shown.Units.Take(1) : shown.Units)
            {
                text.Append(CultureInfo.InvariantCulture, $"{Short(each)} {line.Names[language]}");
                foreach (var other in shown.Units.Where(u => u != line))
                {
                    text.Append(CultureInfo.InvariantCulture, $" = {Short(each * line.Size / other.Size)} {other.Names[language]}");
                }

                text.Append('\n');
            }
        }

        var buttons = Pages.Select((p, i) => new CoverButton(p.Titles[language], i)).Chunk(InRow);
        return new(text.Append('\n').Append(Ask[language]).ToString(), [.. buttons]);
    }

    public override int After(int page) => (page + 1) % Pages.Count;

    /// <summary>A positive number of up to nine digits, with a point or comma and in any script's digits.</summary>
    public override bool TryRead(string typed, out decimal amount)
    {
        amount = 0;
        if (typed.Length > MostTyped)
        {
            return false;
        }

        var plain = string.Concat(typed.Trim().Select(c => CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit ? (char)('0' + digit) : c is ',' or '，' or '．' ? '.' : c));
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount) && amount is > 0 and < 1_000_000_000;
    }

    /// <summary>Four digits that count, as a person would write them.</summary>
    private static string Short(decimal value)
    {
        var scale = value >= 1000 ? 0 : value >= 100 ? 1 : value >= 10 ? 2 : value >= 1 ? 3 : 5;
        return decimal.Round(value, scale).ToString("0.#####", CultureInfo.InvariantCulture);
    }
}
