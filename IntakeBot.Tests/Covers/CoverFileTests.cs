using IntakeBot.Core.Covers;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Covers;

public sealed class CoverFileTests : IDisposable
{
    private const string Units = """
        kind: units
        profile:
          name: {en: Units}
          about: {en: Converts.}
          description: {en: Type a number.}
          start: {en: Open}
          privacy: {en: Kept}
        ask: {en: Type a number.}
        pages:
          - title: {en: Weight}
            units:
              - {size: "1", name: {en: kg}}
              - {size: "0.5", name: {en: jin}}

        """;

    private readonly TempFolder _folder = new();

    public CoverFileTests() => Directory.CreateDirectory(_folder.Of("covers"));

    public static TheoryData<string, string, string> Faults => new()
    {
        { "kind: units", "kind: chess", "covers/mine.yaml:1: kind \"chess\" is none: known are units and phrases" },
        { "name: {en: Units}", "name: {}", "covers/mine.yaml:3: \"en\" is missing in profile.name: add it" },
        { "name: {en: Units}", "name: {en: Units, fr: Mesures}", "covers/mine.yaml:3: unknown key \"fr\" in profile.name: known here are en" },
        { "about: {en: Converts.}", "about: {en: Help for a refugee.}", "covers/mine.yaml:4: profile.about.en says \"refugee\", which tells at a glance what this is: use a plainer word" },
        { "size: \"0.5\"", "size: \"0\"", "covers/mine.yaml:13: size \"0\" is no number above 0: say how many of the page's first measure it is" },
        { "size: \"0.5\"", "size: half", "covers/mine.yaml:13: size \"half\" is no number above 0: say how many of the page's first measure it is" },
        { "start: {en: Open}", $"start: {{en: {new string('a', 101)}}}", "covers/mine.yaml:6: profile.start.en has 101 characters: Telegram takes 100" },
        { "ask: {en: Type a number.}\n", "", "covers/mine.yaml:1: \"ask\" is missing in this file: add it" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_told_with_its_line(string old, string planted, string expected)
    {
        Assert.Contains(old, Units, StringComparison.Ordinal);
        File.WriteAllText(_folder.Of("covers", "mine.yaml"), Units.Replace(old, planted, StringComparison.Ordinal));

        var reading = CoverFile.Read(_folder.Path, "mine", ["en"]);

        Assert.Null(reading.Value);
        Assert.Equal(expected, string.Join('\n', reading.Problems));
    }

    [Fact]
    public void The_small_one_that_faults_are_planted_in_converts()
    {
        File.WriteAllText(_folder.Of("covers", "mine.yaml"), Units);

        var cover = CoverFile.Read(_folder.Path, "mine", ["en"]).Value!;

        Assert.True(cover.TryRead("٢,٥", out var amount));
        Assert.Equal("Weight\n\n2.5 kg = 5 jin\n2.5 jin = 1.25 kg\n\nType a number.", cover.Draw(0, 0, amount, 0).Text);
        Assert.Equal("Units", Assert.Single(cover.Profiles).Name);
    }

    [Theory]
    [InlineData("units", true)]
    [InlineData("my-cover2", true)]
    [InlineData("", false)]
    [InlineData("../units", false)]
    [InlineData("Units", false)]
    [InlineData("a/b", false)]
    public void A_name_is_no_path(string name, bool taken) => Assert.Equal(taken, CoverFile.IsName(name));
}
