using System.Globalization;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Proof;

/// <summary>The tables of docs/proof.md, between two marks; the text around them is written by hand.</summary>
internal static class ProofPage
{
    private const string Begin = "<!-- made by ./build prove -->\n";
    private const string End = "<!-- end -->\n";

    public static string File { get; } = Repository.Path("docs", "proof.md");

    /// <summary>What the page says between its marks.</summary>
    public static string Tables()
    {
        var (text, from, to) = Parts();
        return text[from..to];
    }

    public static void Write(IReadOnlyList<ProofFile> proofs)
    {
        var (text, from, to) = Parts();
        System.IO.File.WriteAllText(File, string.Concat(text.AsSpan(0, from), Render(proofs), text.AsSpan(to)));
    }

    public static string Render(IReadOnlyList<ProofFile> proofs) => string.Concat(proofs.Select(p => string.Create(
        CultureInfo.InvariantCulture,
        $"### {p.Name}\n\n{p.Shows} `./build prove {p.Name}`, {p.Day}, at {p.Commit}.\n\n| what | figure | goal |\n|---|---|---|\n{string.Concat(p.Figures.Select(Row))}\n")));

    private static string Row(Figure figure) => $"| {figure.What} | {(figure.Holds ? figure.Value : $"**{figure.Value}: missed**")} | {figure.Goal} |\n";

    private static (string Text, int From, int To) Parts()
    {
        var text = System.IO.File.ReadAllText(File);
        return (text, text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
    }
}
