using System.Text;

namespace IntakeBot.Tests.Questionnaires;

public sealed class FileTests
{
    private const string Korean = "languages/ko.yaml";

    [Fact]
    public void Every_fault_of_every_file_is_told_at_once()
    {
        using var folder = new SmallFolder();
        folder.Write(Korean, folder.Text(SmallFolder.English).Replace("Hide", "\"\"", StringComparison.Ordinal));
        folder.Plant(SmallFolder.Main, "slot: S01", "slot: 1");
        folder.Plant(SmallFolder.Main, "choose: any", "chose: any");
        folder.Plant(SmallFolder.English, "  safe: Alone?\n", "");
        folder.Plant(SmallFolder.English, "[]", "[");

        Assert.Equal(
            """
            questionnaire.yaml:8: slot "1" must be one of S01 to S15
            questionnaire.yaml:16: unknown key "chose" in a question: known here are id, slot, when, choose, options
            languages/en.yaml:4: not valid YAML: a bracket is not closed, or a sign cannot stand here or below; look at the spaces before the line, the colons and the quotes
            languages/ko.yaml: not in the list of languages in questionnaire.yaml: add it there at the end, or remove the file
            languages/ko.yaml:1: language "en" must be "ko", as in the file's name
            languages/ko.yaml:45: buttons.hide is empty: write it here
            """,
            folder.Problems());
    }

    [Fact]
    public void There_is_a_value_exactly_when_there_is_no_problem()
    {
        using var folder = new SmallFolder();
        Assert.NotNull(folder.Read().Value);

        folder.Plant(SmallFolder.Main, "format: 1", "format: 2");

        Assert.Null(folder.Read().Value);
    }

    [Fact]
    public void A_missing_questionnaire_is_told_and_languages_are_checked_all_the_same()
    {
        using var folder = new SmallFolder();
        folder.Delete(SmallFolder.Main);
        folder.Plant(SmallFolder.English, "draft: true", "draft: 1");

        Assert.Equal(
            """
            questionnaire.yaml: the file is missing: put it into the config folder
            languages/en.yaml:3: draft must be true or false
            """,
            folder.Problems());
    }

    [Fact]
    public void A_missing_languages_folder_is_told()
    {
        using var folder = new SmallFolder();
        Directory.Delete(Path.Combine(folder.Root, "languages"), recursive: true);

        Assert.Equal(
            """
            questionnaire.yaml: the folder "languages" beside this file is missing or cannot be read: make it, with one file for each language
            questionnaire.yaml:2: language "en" has no file: add languages/en.yaml, or take en off the list
            """,
            folder.Problems());
    }

    [Fact]
    public void A_folder_in_the_place_of_the_questionnaire_is_told()
    {
        using var folder = new SmallFolder();
        folder.Delete(SmallFolder.Main);
        Directory.CreateDirectory(Path.Combine(folder.Root, SmallFolder.Main));

        Assert.Equal("questionnaire.yaml: the file cannot be read: look at its permissions", folder.Problems());
    }

    [Fact]
    public void Too_many_languages_are_told()
    {
        using var folder = new SmallFolder();
        string[] tags = [.. Enumerable.Range(0, 16).Select(i => $"x{(char)('a' + i)}")];
        foreach (var tag in tags)
        {
            folder.Write(
                $"languages/{tag}.yaml",
                folder.Text(SmallFolder.English).Replace("language: en", $"language: {tag}", StringComparison.Ordinal));
        }

        folder.Plant(SmallFolder.Main, "[en]", $"[en, {string.Join(", ", tags)}]");

        Assert.Equal("questionnaire.yaml:2: 17 languages are too many: a button has room for 16", folder.Problems());
    }

    [Theory]
    [InlineData(256 * 1024, "")]
    [InlineData((256 * 1024) + 1, "languages/en.yaml: the file is larger than 256 KiB: take out what nobody reads")]
    public void A_file_may_have_256_KiB(int size, string expected)
    {
        using var folder = new SmallFolder();
        var text = folder.Text(SmallFolder.English) + "#";
        folder.Write(SmallFolder.English, text + new string('.', size - text.Length));

        Assert.Equal(expected, folder.Problems());
    }

    [Theory]
    [InlineData("language: en\nname: \u00FF\n", 2, "not UTF-8: save the file with the encoding UTF-8")]
    [InlineData("language: en\r\nname: En\r\nx: \u00FF", 3, "not UTF-8: save the file with the encoding UTF-8")]
    [InlineData("language: en\rname: \u00C0\u0080", 2, "not UTF-8: save the file with the encoding UTF-8")]
    [InlineData("a\0: b\n", 1, "this line holds a control character (U+0000): remove it")]
    [InlineData("", 0, "the file is empty: fill it in as docs/questionnaire.md says")]
    [InlineData("# only a remark\n", 0, "the file is empty: fill it in as docs/questionnaire.md says")]
    [InlineData("- a\n- b\n", 1, "this file must be a block of lines of the form \"key: value\"")]
    public void Bytes_that_are_no_such_file_are_told(string latin1, int line, string what)
    {
        using var folder = new SmallFolder();
        folder.Write(SmallFolder.English, Encoding.Latin1.GetBytes(latin1));

        var problem = Assert.Single(folder.Read().Problems);

        Assert.Equal((SmallFolder.English, line, what), (problem.File, problem.Line, problem.What));
    }
}
