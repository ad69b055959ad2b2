using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Architecture;

public sealed class FolderTests
{
    [Fact]
    public void Every_using_line_follows_the_folder_table()
    {
        var files = Sources().ToList();

        Assert.True(files.Count > 20, $"only {files.Count} files were looked at");
        Assert.Empty(files.SelectMany(f => FolderRules.Offences(f.Folder, f.Name, File.ReadLines(f.Path))));
    }

    [Fact]
    public void Every_folder_has_a_row_and_every_row_a_folder()
    {
        var folders = Sources().Select(f => f.Folder).Distinct().Order();

        Assert.Equal(FolderRules.Allowed.Keys.Order(), folders);
    }

    [Fact]
    public void A_planted_using_is_found()
    {
        string[] planted = ["using System.Text;", "using LiteDB;", "using static IntakeBot.Core.Storage.Rows;", "using var x = y();"];

        Assert.Equal(
            ["Question.cs -> LiteDB", "Question.cs -> IntakeBot.Core.Storage.Rows"],
            FolderRules.Offences("IntakeBot.Core/Questionnaires", "Question.cs", planted));
    }

    [Fact]
    public void Every_file_declares_the_namespace_of_its_folder()
    {
        var strays = Sources()
            .Where(f => !File.ReadLines(f.Path).Any(l => l == $"namespace {f.Folder.Replace('/', '.')};"))
            .Select(f => f.Name);

        Assert.Empty(strays);
    }

    private static IEnumerable<(string Folder, string Name, string Path)> Sources() =>
        from project in new[] { "IntakeBot.Core", "IntakeBot" }
        from path in Directory.EnumerateFiles(Repository.Path(project), "*.cs", SearchOption.AllDirectories)
        let parts = Path.GetRelativePath(Repository.Root, path).Split(Path.DirectorySeparatorChar)
        where parts.Length > 2 && parts[1] is not ("bin" or "obj")
        select ($"{parts[0]}/{parts[1]}", string.Join('/', parts), path);
}
