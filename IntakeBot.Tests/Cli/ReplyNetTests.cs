using IntakeBot.Cli;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Cli;

public sealed class ReplyNetTests : IDisposable
{
    private const string OwnWord = "zebra";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_folder_s_own_words_count()
    {
        Write(text => text.Replace("forbidden:\n  en:\n    [", $"forbidden:\n  en:\n    [{OwnWord},", StringComparison.Ordinal));

        Assert.Equal([ReplyFindingKind.Forbidden], Kinds($"The {OwnWord} comes."));
        Assert.Equal([ReplyFindingKind.Forbidden], Kinds("The police come."));
    }

    [Fact]
    public void A_list_that_the_organisation_made_shorter_is_its_own_choice()
    {
        Write(text => text.Replace("police*", OwnWord, StringComparison.Ordinal));

        Assert.Empty(Kinds("The police come."));
    }

    [Fact]
    public void Without_a_file_those_that_came_with_the_program_count() => Assert.Equal([ReplyFindingKind.Forbidden], Kinds("The police come."));

    [Fact]
    public void A_file_with_faults_lets_nothing_through()
    {
        Write(text => text.Replace("police*", OwnWord, StringComparison.Ordinal) + "\nnonsense: 1\n");

        Assert.Equal([ReplyFindingKind.Forbidden], Kinds("The police come."));
    }

    private IEnumerable<ReplyFindingKind> Kinds(string text) => ReplyNet.Of(_folder.Path, ShippedQuestionnaire.Value).Of(text).Select(f => f.Kind);

    private void Write(Func<string, string> change)
    {
        var shipped = File.ReadAllText(Repository.Path("config", ReplyTemplatesFile.Name));
        Assert.NotEqual(shipped, change(shipped));
        File.WriteAllText(_folder.Of(ReplyTemplatesFile.Name), change(shipped));
    }
}
