namespace IntakeBot.Tests.Questionnaires;

public sealed class FaultTests
{
    public static TheoryData<string, string, string> InQuestionnaire => QuestionnaireFaults.Rows;

    public static TheoryData<string, string, string> InLanguage => LanguageFaults.Rows;

    public static TheoryData<string, string, string> InQuiet => QuietFaults.Rows;

    [Fact]
    public void The_folder_that_faults_are_planted_in_has_none()
    {
        using var folder = SmallFolder.WithQuiet();

        Assert.Equal("", folder.Problems());
    }

    [Theory]
    [MemberData(nameof(InQuestionnaire))]
    public void A_fault_in_the_questionnaire_is_told_with_its_line(string old, string planted, string expected) =>
        Check(SmallFolder.Main, old, planted, expected);

    [Theory]
    [MemberData(nameof(InLanguage))]
    public void A_fault_in_a_language_is_told_with_its_line(string old, string planted, string expected) =>
        Check(SmallFolder.English, old, planted, expected);

    [Theory]
    [MemberData(nameof(InQuiet))]
    public void A_fault_in_quiet_words_is_told_with_its_line(string old, string planted, string expected) =>
        Check(SmallFolder.Quiet, old, planted, expected);

    /// <summary>Nothing expected: the planted words are just within the rule. An expected line that begins with its number is one of the file that was changed.</summary>
    private static void Check(string file, string old, string planted, string expected)
    {
        using var folder = file == SmallFolder.Quiet ? SmallFolder.WithQuiet() : new SmallFolder();
        folder.Plant(file, old, planted);

        var lines = expected.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(e => char.IsDigit(e[0]) ? $"{file}:{e}" : e);

        Assert.Equal(string.Join('\n', lines), folder.Problems());
    }
}
