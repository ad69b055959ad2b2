using System.Text;
using System.Text.Json.Nodes;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Questionnaires;
using IntakeBot.Tests.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Reading;

/// <summary>A desk takes the words by which it reads from the server only where the organisation signed them.</summary>
public sealed class QuestionnaireTakingTests : IDisposable
{
    private readonly SmallFolder _server = SmallFolder.WithQuiet();
    private readonly RosterSetup _setup = new();
    private readonly TempFolder _desk = new();

    public void Dispose()
    {
        _desk.Dispose();
        _setup.Dispose();
        _server.Dispose();
    }

    [Fact]
    public void What_the_roster_lists_is_taken_as_it_is()
    {
        Assert.Empty(Take());

        Assert.Equal([SmallFolder.English, SmallFolder.Quiet, SmallFolder.Main], Names());
        Assert.All(Names(), n => Assert.Equal(_server.Text(n), File.ReadAllText(_desk.Of(n))));
    }

    [Fact]
    public void What_the_roster_does_not_list_is_refused()
    {
        var roster = Listing(new string('a', 40));

        Assert.Contains("that the signed roster does not list: do not go on", Assert.Single(QuestionnaireTaking.Take(Pack(), roster, _desk.Path)), StringComparison.Ordinal);
        Assert.Empty(Names());
    }

    [Theory]
    [InlineData("organisation.pub")]
    [InlineData("roster.json")]
    [InlineData("replies.yaml")]
    [InlineData("../questionnaire.yaml")]
    [InlineData("C:/questionnaire.yaml")]
    [InlineData("languages/../questionnaire.yaml")]
    [InlineData("languages/../../en.yaml")]
    [InlineData("languages/quiet/../../../en.yaml")]
    [InlineData("languages/")]
    [InlineData("languages")]
    [InlineData("")]
    [InlineData("QUESTIONNAIRE.YAML")]
    [InlineData(SmallFolder.Main)]
    [InlineData(SmallFolder.English)]
    public void An_odd_name_and_a_name_that_comes_twice_are_refused(string name)
    {
        Assert.Empty(Take());
        var before = Snapshot();
        _server.Write(SmallFolder.English, _server.Text(SmallFolder.English).Replace("Urgent", "Danger", StringComparison.Ordinal));
        var more = new QuestionnairePack { Files = [.. Pack().Files, new(name, "format: 1"u8.ToArray())] };

        Assert.Contains("a file that is none of a questionnaire", Assert.Single(QuestionnaireTaking.Take(more, Listed(), _desk.Path)), StringComparison.Ordinal);
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public void Files_that_do_not_read_are_refused_with_their_faults()
    {
        Assert.Empty(Take());
        var before = Snapshot();
        var spoiled = new QuestionnairePack { Files = [.. Pack().Files.Select(f => f.Name == SmallFolder.Main ? f with { Content = Encoding.UTF8.GetBytes("format: 9\n") } : f)] };

        var problems = QuestionnaireTaking.Take(spoiled, Listed(), _desk.Path);

        Assert.NotEmpty(problems);
        Assert.All(problems, p => Assert.StartsWith("of the Exchange: questionnaire.yaml", p, StringComparison.Ordinal));
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public void Languages_of_an_older_one_are_gone()
    {
        Assert.Empty(Take());
        _server.Delete(SmallFolder.Quiet);

        Assert.Empty(Take());

        Assert.Equal([SmallFolder.English, SmallFolder.Main], Names().Where(n => !n.StartsWith("older/", StringComparison.Ordinal)));
        Assert.Equal(3, Names().Count(n => n.StartsWith("older/", StringComparison.Ordinal)));
        Assert.Empty(QuestionnaireFolder.Read(_desk.Path).Problems);
    }

    [Fact]
    public void What_else_lies_in_the_folder_stays()
    {
        File.WriteAllText(_desk.Of("roster.json"), "{}");

        Assert.Empty(Take());

        Assert.Equal("{}", File.ReadAllText(_desk.Of("roster.json")));
    }

    [Fact]
    public void The_same_one_again_writes_nothing()
    {
        Assert.Empty(Take());
        var then = new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        Assert.Equal(3, Names().Count());
        Assert.All(Names(), n => File.SetLastWriteTimeUtc(_desk.Of(n), then));

        Assert.Empty(Take());

        Assert.All(Names(), n => Assert.Equal(then, File.GetLastWriteTimeUtc(_desk.Of(n))));
    }

    [Fact]
    public void Cut_off_before_its_end_it_is_not_there_and_comes_the_next_time()
    {
        Assert.Empty(Take());
        _server.Write(SmallFolder.English, _server.Text(SmallFolder.English).Replace("Danger?", "Is it bad?", StringComparison.Ordinal));
        var languages = _desk.Of("languages");
        Directory.Delete(languages, recursive: true);
        File.WriteAllText(languages, "a file where a folder should be");

        Assert.ThrowsAny<IOException>(() => Take());
        Assert.False(File.Exists(_desk.Of(SmallFolder.Main)));

        File.Delete(languages);
        Assert.Empty(Take());
        Assert.Equal(_server.Text(SmallFolder.English), File.ReadAllText(_desk.Of(SmallFolder.English)));
    }

    private IReadOnlyList<string> Take() => QuestionnaireTaking.Take(Pack(), Listed(), _desk.Path);

    /// <summary>As a server gives them out.</summary>
    private QuestionnairePack Pack() => QuestionnaireTaking.Pack(_server.Root, Listed())!;

    private Roster Listed() => Listing(Convert.ToHexStringLower(QuestionnaireHash.Of(QuestionnaireFolder.Read(_server.Root).Value!.Canonical.Span)));

    private Roster Listing(string hash)
    {
        _setup.Json["questionnaires"] = new JsonArray(hash);
        _setup.Sign();
        return _setup.Good();
    }

    private IEnumerable<string> Names() => Directory.EnumerateFiles(_desk.Path, "*", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(_desk.Path, f).Replace('\\', '/')).Order(StringComparer.Ordinal);

    private List<string> Snapshot() => [.. Names().Select(n => $"{n} {File.ReadAllText(_desk.Of(n))}")];
}
