using System.Globalization;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Docs;

/// <summary>docs/cases.csv has every case once, names only tests that are there, and says why where there is none or none was seen red.</summary>
public sealed class CasesTests
{
    /// <summary>Of the reference "faults and standards", 4.3.</summary>
    private const int Cases = 92;

    private static readonly string[] Document = File.ReadAllLines(Repository.Path("docs", "cases.md"));

    [Fact]
    public void It_has_the_heading_and_each_case_once_and_in_order()
    {
        Assert.Equal(CasesRow.Heading, File.ReadLines(Repository.Path("docs", "cases.csv")).First());
        Assert.Equal(Enumerable.Range(1, Cases).Select(n => n.ToString(CultureInfo.InvariantCulture)), CasesRow.All.Select(r => r.Case));
    }

    [Fact]
    public void Each_test_that_is_named_is_one_method_that_is_there() => Assert.Empty(
        CasesRow.All.Where(r => r.Test.Length > 0 && !(AsvsRow.IsTest(r.Test) && r.Test.Split('.')[^1].Contains('_', StringComparison.Ordinal))).Select(r => $"{r.Case}: {r.Test}"));

    [Fact]
    public void Each_has_a_test_that_was_seen_red_or_a_reason() => Assert.All(CasesRow.All, r =>
    {
        Assert.NotEqual("", r.What.Trim());
        Assert.True((r.Test.Length > 0 && r.Red.Length > 0) || r.Note.Trim().Length > 0, r.Case);
        Assert.False(r.Test.Length == 0 && r.Red.Length > 0, $"{r.Case}: what was red?");
    });

    [Fact]
    public void What_was_seen_red_has_its_day_and_what_was_changed() => Assert.All(CasesRow.All.Where(r => r.Red.Length > 0), r =>
    {
        Assert.True(DateOnly.TryParseExact(r.Red.Split(": ")[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), $"{r.Case}: {r.Red}");
        Assert.InRange(r.Red.Split(' ').Length - 1, 1, 10);
    });

    [Fact]
    public void The_page_counts_what_the_table_says()
    {
        string[] counts =
        [
            $"| with a test | {CasesRow.All.Count(r => r.Test.Length > 0)} |",
            $"| of these seen red | {CasesRow.All.Count(r => r.Red.Length > 0)} |",
            $"| with a reason why not | {CasesRow.All.Count(r => r.Test.Length == 0 || r.Red.Length == 0)} |",
            $"| with a note on what is done otherwise, or shown in part | {CasesRow.All.Count(r => r.Red.Length > 0 && r.Note.Length > 0)} |",
        ];

        Assert.Equal(counts, Document.Where(l => l.StartsWith("| with a", StringComparison.Ordinal) || l.StartsWith("| of these", StringComparison.Ordinal)));
    }
}
