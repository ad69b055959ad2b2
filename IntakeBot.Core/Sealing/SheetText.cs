using System.Globalization;
using System.Security.Cryptography;

namespace IntakeBot.Core.Sealing;

/// <summary>A recovery sheet as people write, print and type it: seven lines of five words.</summary>
public static class SheetText
{
    public const int Lines = RecoverySheet.Size / SheetLine.Size;

    /// <summary>Each line without its number.</summary>
    public static IReadOnlyList<string> Of(RecoverySheet sheet) =>
        [.. Enumerable.Range(0, Lines).Select(i => SheetLine.Write(i + 1, sheet.Payload.Slice(i * SheetLine.Size, SheetLine.Size)))];

    /// <summary>What is wrong with the words of line <paramref name="number"/>; null: nothing. Quotes no word.</summary>
    public static string? ProblemOf(int number, string text)
    {
        if (Fits(number, text))
        {
            return null;
        }

        var other = Enumerable.Range(1, Lines).FirstOrDefault(n => Fits(n, text));
        return other == 0
            ? string.Create(CultureInfo.InvariantCulture, $"line {number} is mistyped; compare it with the sheet, letter by letter")
            : string.Create(CultureInfo.InvariantCulture, $"line {number} has the words of line {other}; type the lines in the order of the sheet");
    }

    /// <summary>The sheet; or null, and every reason added to <paramref name="problems"/> after <paramref name="source"/>.</summary>
    public static RecoverySheet? Read(string source, string text, ICollection<string> problems)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length != Lines)
        {
            var missing = Enumerable.Range(1, Lines).Where(n => !lines.Any(l => Fits(n, l))).Select(n => string.Create(CultureInfo.InvariantCulture, $"line {n}"));
            var which = string.Join(", ", missing);
            problems.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{source}: has {lines.Length} lines of words, a sheet has {Lines}; {(which.Length == 0 ? "give each once" : $"missing or mistyped: {which}")}"));
            return null;
        }

        var wrong = lines.Select((line, i) => ProblemOf(i + 1, line)).OfType<string>().ToList();
        wrong.ForEach(w => problems.Add($"{source}: {w}"));
        return wrong.Count == 0 ? Together(source, lines, problems) : null;
    }

    private static RecoverySheet? Together(string source, string[] lines, ICollection<string> problems)
    {
        Span<byte> payload = stackalloc byte[RecoverySheet.Size];
        for (var i = 0; i < Lines; i++)
        {
            _ = SheetLine.TryRead(i + 1, lines[i], payload.Slice(i * SheetLine.Size, SheetLine.Size));
        }

        var sheet = RecoverySheet.Decode(payload);
        if (sheet is null)
        {
            problems.Add($"{source}: the seven lines are not of one sheet; take all of them from the same one");
        }

        return sheet;
    }

    private static bool Fits(int number, string text)
    {
        Span<byte> bytes = stackalloc byte[SheetLine.Size];
        var fits = SheetLine.TryRead(number, text, bytes);
        CryptographicOperations.ZeroMemory(bytes);
        return fits;
    }
}
