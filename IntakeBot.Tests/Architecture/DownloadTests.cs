using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Architecture;

public sealed class DownloadTests
{
    /// <summary>What a bot says to fetch a file that somebody sent: the method, the library's names for it, the path.</summary>
    private static readonly string[] Fetching = ["getFile\"", "GetFile(", "GetFileRequest", "GetInfoAndDownloadFile", "DownloadFile(", "/file/bot"];

    [Fact]
    public void Nothing_in_the_product_fetches_what_somebody_sent()
    {
        var files = new[] { "IntakeBot.Core", "IntakeBot" }
            .SelectMany(project => Directory.EnumerateFiles(Repository.Path(project), "*.cs", SearchOption.AllDirectories))
            .Where(path => !Path.GetRelativePath(Repository.Root, path).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .ToList();

        Assert.True(files.Count > 100, $"only {files.Count} files were looked at");
        Assert.DoesNotContain(files, path => Fetches(File.ReadAllText(path)));
    }

    [Fact]
    public void A_planted_call_is_found() => Assert.All(Fetching, words => Assert.True(Fetches($"await bot.{words})")));

    private static bool Fetches(string source) => Fetching.Any(words => source.Contains(words, StringComparison.OrdinalIgnoreCase));
}
