using System.Security.Cryptography;
using System.Text;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Docs;

/// <summary>docs/asvs.csv has every row of the standard that we hold ourselves to, and names only tests that are there.</summary>
public sealed class AsvsTests
{
    /// <summary>Of ASVS 5.0.0: SHA-256 of a line "id level" for each of its 70 rows of level 1 and 183 of level 2, in its order; docs/asvs.md says how it was made.</summary>
    private const string OfTheStandard = "9af37b810927c5eedfe1d3e716a571ebac199cf378c2fb4a3ccb64aa29f2a70a";

    private static readonly (string Level, int Count)[] Counts = [("1", 70), ("2", 183), ("3", 45)];

    /// <summary>Rows of level 3 that the reference "faults and standards", 5.1, names.</summary>
    private static readonly string[] OfLevel3 =
    [
        "V1.2.10", "V1.3.12", "V1.5.3", "V2.3.5", "V2.4.2", "V3.4.8", "V3.5.8", "V3.6.1", "V4.1.4", "V4.1.5", "V4.2.2", "V4.2.3", "V4.2.4", "V4.2.5", "V5.2.4", "V5.2.5", "V5.2.6",
        "V5.3.3", "V6.3.5", "V6.3.8", "V6.7.2", "V7.5.3", "V8.3.2", "V8.3.3", "V8.4.2", "V11.1.4", "V11.2.4", "V11.2.5", "V11.3.4", "V11.6.2", "V11.7.2", "V13.1.2", "V13.1.3",
        "V13.3.3", "V13.3.4", "V13.4.6", "V13.4.7", "V14.2.6", "V14.2.7", "V15.2.4", "V15.4.1", "V15.4.2", "V15.4.3", "V15.4.4", "V16.5.4",
    ];

    private static readonly string[] States = ["met", "partly", "not yet", "not applicable"];

    private static readonly string[] Document = File.ReadAllLines(Repository.Path("docs", "asvs.md"));

    [Fact]
    public void It_has_the_heading_and_no_field_that_a_spreadsheet_would_run()
    {
        Assert.Equal(AsvsRow.Heading, File.ReadLines(Repository.Path("docs", "asvs.csv")).First());
        Assert.All(AsvsRow.All, r => Assert.DoesNotContain(new[] { r.Subject, r.How, r.Evidence }, f => f.Length > 0 && "=+-@\t".Contains(f[0], StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("a,b\n\"c \"\"d\"\", e\",\n", "a|b/c \"d\", e|")]
    [InlineData("a,b", null)]
    [InlineData("a,\"b\n", null)]
    [InlineData("a,\"b\"c\n", null)]
    [InlineData("a,b\"c\n", null)]
    [InlineData("a,b\r\n", null)]
    public void What_is_no_csv_is_not_read(string text, string? read)
    {
        string Rows() => string.Join('/', Csv.Read(text).Select(r => string.Join('|', r)));

        if (read is null)
        {
            _ = Assert.Throws<FormatException>(Rows);
            return;
        }

        Assert.Equal(read, Rows());
    }

    [Fact]
    public void Each_level_has_as_many_rows_as_the_standard() =>
        Assert.Equal(Counts, AsvsRow.All.CountBy(r => r.Level).OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => (l.Key, l.Value)));

    [Fact]
    public void Levels_1_and_2_are_those_of_the_standard()
    {
        var lines = string.Concat(AsvsRow.All.Where(r => r.Level is "1" or "2").Select(r => $"{r.Id} {r.Level}\n"));

        Assert.Equal(OfTheStandard, Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(lines))));
    }

    [Fact]
    public void Of_level_3_those_of_the_reference_are_there() => Assert.Equal(OfLevel3, AsvsRow.All.Where(r => r.Level == "3").Select(r => r.Id));

    [Fact]
    public void Each_id_comes_once_and_in_order() => Assert.All(
        AsvsRow.All.Zip(AsvsRow.All.Skip(1)), pair => Assert.True(pair.First.Place.CompareTo(pair.Second.Place) < 0 && pair.First.Place.Number > 0, pair.Second.Id));

    [Fact]
    public void Each_row_has_a_state_and_says_how_or_why_not() => Assert.All(AsvsRow.All, r =>
    {
        Assert.Contains(r.State, States);
        Assert.Equal(r.State == "not applicable" ? "no" : "yes", r.Applies);
        Assert.InRange(r.Subject.Split(' ').Length, 1, 8);
        Assert.NotEqual("", r.How.Trim());
    });

    [Fact]
    public void What_is_met_names_a_test_or_a_reason_and_what_is_not_a_reason() => Assert.All(
        AsvsRow.All, r => Assert.True(r.State is "partly" or "not yet" ? r.Reason.Length > 0 : r.Reason.Length > 0 || r.Tests.Any(), r.Id));

    [Fact]
    public void Each_test_that_is_named_is_there() => Assert.Empty(AsvsRow.All.SelectMany(r => r.Tests.Where(t => !AsvsRow.IsTest(t)).Select(t => $"{r.Id}: {t}")));

    [Fact]
    public void The_page_counts_and_lists_what_the_table_says()
    {
        var counts = States.Select(s => $"| {s} | {string.Join(" | ", Counts.Select(l => AsvsRow.All.Count(r => r.Level == l.Level && r.State == s)))} | {AsvsRow.All.Count(r => r.State == s)} |");

        Assert.Equal(counts, Document.Where(l => States.Any(s => l.StartsWith($"| {s} |", StringComparison.Ordinal))));
        Assert.Equal(AsvsRow.All.Where(r => r.State is "partly" or "not yet").Select(r => r.Line), Document.Where(l => l.StartsWith("| V", StringComparison.Ordinal)));
    }
}
