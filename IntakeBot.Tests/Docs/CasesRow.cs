using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Docs;

/// <summary>One fault or abuse of docs/cases.csv.</summary>
internal sealed record CasesRow(string Case, string What, string Test, string Red, string Note)
{
    public const string Heading = "case,what,test,red,note";

    public static IReadOnlyList<CasesRow> All { get; } =
    [
        .. Csv.Read(File.ReadAllText(Repository.Path("docs", "cases.csv"))).Skip(1)
            .Select(f => f.Length == 5 ? new CasesRow(f[0], f[1], f[2], f[3], f[4]) : throw new FormatException($"{f[0]}: {f.Length} fields")),
    ];
}
