using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Proof;

/// <summary>What a long run found, kept as docs/proof/NAME.json; docs/proof.md is made from these files alone.</summary>
/// <param name="Name">The file's name and the trait by which <c>./build prove NAME</c> runs it: small letters and hyphens.</param>
/// <param name="Shows">One sentence: what was done, and what must not have happened.</param>
/// <param name="Day">The day of the run, in the form 2026-11-30.</param>
/// <param name="Commit">The first ten digits of the commit that ran; a plus behind it where files were changed.</param>
/// <param name="Figures">In the order of the page.</param>
internal sealed record ProofFile(string Name, string Shows, string Day, string Commit, IReadOnlyList<Figure> Figures)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Folder { get; } = Repository.Path("docs", "proof");

    public static IReadOnlyList<ProofFile> All() => !Directory.Exists(Folder) ? [] :
    [
        .. Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal)
            .Select(file => JsonSerializer.Deserialize<ProofFile>(File.ReadAllText(file), Json) is { } proof && $"{proof.Name}.json" == Path.GetFileName(file)
                ? proof : throw new FormatException($"{file}: no proof of that name")),
    ];

    /// <summary>Keeps what was found, makes the page anew, and fails where a goal was missed: the figures are published all the same.</summary>
    public static async Task KeepAsync(string name, string shows, params IReadOnlyList<Figure> figures)
    {
        var commit = (await Tool.TryAsync("git", "-C", Repository.Root, "rev-parse", "--short=10", "HEAD")).Said.Trim();
        var changed = (await Tool.TryAsync("git", "-C", Repository.Root, "status", "--porcelain", "--untracked-files=no")).Said.Length > 0 ? "+" : "";
        var proof = new ProofFile(name, shows, TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), commit + changed, figures);
        _ = Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, $"{name}.json"), JsonSerializer.Serialize(proof, Json) + "\n");
        ProofPage.Write(All());
        Assert.All(figures, f => Assert.True(f.Holds, $"{f.What}: {f.Value}, and not {f.Goal}"));
    }
}
