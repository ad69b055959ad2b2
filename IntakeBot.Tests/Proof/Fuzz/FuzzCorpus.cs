using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Proof.Fuzz;

/// <summary>What earlier runs found to take new ways through the program: Corpus/NAME.txt, one input in base64 a line, the shortest first.</summary>
internal static class FuzzCorpus
{
    /// <summary>Characters of a file; what does not fit is not kept.</summary>
    private const int MostCharacters = 120_000;

    public static IReadOnlyList<byte[]> Read(FuzzTarget target) => File.Exists(FileOf(target)) ? [.. File.ReadAllLines(FileOf(target)).Select(Convert.FromBase64String)] : [];

    public static void Write(FuzzTarget target, IEnumerable<byte[]> inputs)
    {
        var left = MostCharacters;
        var lines = inputs.Select(Convert.ToBase64String).Distinct().OrderBy(l => l.Length).ThenBy(l => l, StringComparer.Ordinal).TakeWhile(l => (left -= l.Length + 1) >= 0);
        File.WriteAllText(FileOf(target), string.Concat(lines.Select(l => l + "\n").ToList()));
    }

    private static string FileOf(FuzzTarget target) => Repository.Path("IntakeBot.Tests", "Proof", "Corpus", $"{target.Name}.txt");
}
