using IntakeBot.Core.Questionnaires;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Questionnaires;

public sealed class NumbersTests : IDisposable
{
    private const string Valid = """
        checked_by: [Operator]
        countries:
          - name: {en: Japan}
            numbers:
              - number: "#8008"
                what: {en: People at home}

        """;

    private readonly TempFolder _folder = new();

    public static TheoryData<string, string, string> Faults => new()
    {
        { "\"#8008\"", "eight", "numbers.yaml:5: number \"eight\" is none that a phone can call: digits, +, #, *, - and spaces, 16 at most" },
        { "{en: Japan}", "{}", "numbers.yaml:3: \"en\" is missing in name: add it" },
        { "{en: People at home}", "{en: The police}", "numbers.yaml:6: what.en says \"police\", which tells at a glance what this is: use a plainer word" },
        { "checked_by: [Operator]\n", "", "numbers.yaml:1: \"checked_by\" is missing in this file: add it" },
        { "  - name", "  - color: red\n    name", "numbers.yaml:3: unknown key \"color\" in a country: known here are name, numbers" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_told_with_its_line(string old, string planted, string expected)
    {
        Assert.Contains(old, Valid, StringComparison.Ordinal);
        File.WriteAllText(_folder.Of(NumbersFile.Name), Valid.Replace(old, planted, StringComparison.Ordinal));

        Assert.Equal(expected, string.Join('\n', NumbersFile.Read(_folder.Path, ["en"]).Problems));
    }

    [Fact]
    public void A_country_reads_as_its_name_and_a_line_for_each_number()
    {
        File.WriteAllText(_folder.Of(NumbersFile.Name), Valid);

        var numbers = NumbersFile.Read(_folder.Path, ["en"]).Value!;

        Assert.Equal(["Operator"], numbers.CheckedBy);
        Assert.Equal("Japan\n\n#8008 People at home", Assert.Single(numbers.Countries).TextIn(0));
    }

    [Fact]
    public void Without_the_file_no_numbers_are_offered() => Assert.Empty(NumbersFile.Read(_folder.Path, ["en"]).Value!.Countries);

    [Fact]
    public void The_shipped_ones_say_that_nobody_has_checked_them() => Assert.Empty(ShippedQuestionnaire.Booklet.Numbers.CheckedBy);
}
