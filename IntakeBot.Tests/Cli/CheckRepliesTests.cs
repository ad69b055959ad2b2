using IntakeBot.Bench;
using IntakeBot.Cli;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Cli;

/// <summary>What <c>check</c> says of the texts that staff send as they stand.</summary>
public sealed class CheckRepliesTests : IDisposable
{
    private const string Harmless = "We have read it. Thank you.";

    private readonly TempFolder _folder = new();
    private readonly Throwaway _made;

    public CheckRepliesTests() => _made = Throwaway.Make(_folder.Of("try"), ArgonProfile.Tiny, TimeProvider.System);

    private string Templates => Path.Combine(_made.ConfigFolder, ReplyTemplatesFile.Name);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Texts_that_nobody_has_signed_off_are_a_warning_until_somebody_has()
    {
        var before = Look();
        Change("reviewed_by: []", "reviewed_by: [A native of each language]");
        var after = Look();

        Assert.Single(before.Warnings, w => w.StartsWith($"{Templates}: these texts to send are drafts", StringComparison.Ordinal));
        Assert.DoesNotContain(after.Warnings, w => w.Contains("replies.yaml", StringComparison.Ordinal));
        Assert.Empty(before.Problems.Concat(after.Problems));
    }

    [Fact]
    public void A_fault_of_the_file_is_told_with_its_line()
    {
        Change("reviewed_by: []", "reviewed_by: []\nnonsense: 1");

        Assert.Single(Look().Problems, p => p.StartsWith($"{Templates}:", StringComparison.Ordinal) && p.Contains("unknown key \"nonsense\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Come to the station at 10:30.", "names a place and a time", "10:30")]
    [InlineData("Call 13800138000.", "holds what looks like a number", "13800138000")]
    [InlineData("Send a photo.", "asks for what nobody here asks for", "Send a photo")]
    public void A_text_that_its_own_words_speak_against_is_named_with_its_language(string text, string why, string piece)
    {
        Change(Harmless, text);

        var problems = Look().Problems;

        Assert.All(problems, p => Assert.StartsWith($"{Templates}: template \"neutral_read\" in en ", p, StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Contains(why, StringComparison.Ordinal) && p.Contains(piece, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_the_file_nothing_is_said_of_it()
    {
        File.Delete(Templates);

        var (problems, warnings) = Look();

        Assert.Empty(problems);
        Assert.DoesNotContain(warnings, w => w.Contains("replies.yaml", StringComparison.Ordinal));
    }

    [Fact]
    public void The_bench_s_own_questionnaire_is_without_problems()
    {
        using var organisation = SigningKeyFile.Read(Path.Combine(_made.KeysFolder, "organisation.key"), [])!;
        BenchQuestionnaire.Write(_made.ConfigFolder, organisation);

        Assert.Empty(Look().Problems);
    }

    private void Change(string old, string replaced)
    {
        var text = File.ReadAllText(Templates);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(Templates, text.Replace(old, replaced, StringComparison.Ordinal));
    }

    private (IReadOnlyList<string> Problems, IReadOnlyList<string> Warnings) Look()
    {
        using var readiness = Readiness.Of(_made.ConfigFolder, _made.DataFolder, TimeProvider.System);
        return ([.. readiness.Problems.Where(p => !p.Contains("telegram.token", StringComparison.Ordinal))], readiness.Warnings);
    }
}
