using IntakeBot.Tests.Questionnaires;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Cli;

public sealed class QuestionnaireVerbTests
{
    [Fact]
    public async Task Check_says_for_each_language_in_plain_and_in_quiet_words_who_reviewed_it()
    {
        using var folder = SmallFolder.WithQuiet();
        folder.Plant(SmallFolder.Quiet, "draft: true\nreviewed_by: []", "draft: true\nreviewed_by: [Cho]");
        folder.Write("languages/de.yaml", folder.Text(SmallFolder.English).Replace("language: en", "language: de", StringComparison.Ordinal)
            .Replace("name: English", "name: Deutsch", StringComparison.Ordinal)
            .Replace("draft: true", "draft: false", StringComparison.Ordinal)
            .Replace("reviewed_by: []", "reviewed_by: [Ada, Bo]", StringComparison.Ordinal));
        folder.Plant(SmallFolder.Main, "[en]", "[en, de]");

        var run = await CliRun.Of("questionnaire", "check", "--config", folder.Root);

        Assert.Equal((0, ""), (run.Code, run.Words));
        Assert.Equal(
            """
            ┌──────────┬─────────┬───────┬────────────┬─────────────┐
            │ language │ name    │ words │ state      │ reviewed by │
            ├──────────┼─────────┼───────┼────────────┼─────────────┤
            │ en       │ English │ plain │ draft      │ nobody      │
            │ en       │ English │ quiet │ draft      │ Cho         │
            │ de       │ Deutsch │ plain │ signed off │ Ada, Bo     │
            │ de       │ Deutsch │ quiet │ none       │             │
            └──────────┴─────────┴───────┴────────────┴─────────────┘

            """,
            run.Data.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Check_tells_the_problems_of_all_files_at_once_and_refuses()
    {
        using var folder = new SmallFolder();
        folder.Plant(SmallFolder.Main, "slot: S01", "slot: 1");
        folder.Plant(SmallFolder.English, "safe: Alone?", "safe: Alone!");

        var run = await CliRun.Of("questionnaire", "check", "--config", folder.Root);

        Assert.Equal(2, run.Code);
        Assert.Equal("", run.Data);
        Assert.Equal(
            "questionnaire.yaml:8: slot \"1\" must be one of S01 to S15\n"
            + "languages/en.yaml:7: screens.safe has an exclamation mark: end the sentence calmly\n",
            run.Words.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Check_tells_a_desk_that_the_roster_does_not_have()
    {
        using var folder = new TempFolder();
        var made = await CliRun.Of("init", folder.Of("try"));
        var file = folder.Of("try", "config", "questionnaire.yaml");
        await File.WriteAllTextAsync(
            file, (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace("desk: hotline", "desk: nowhere", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var run = await CliRun.Of("questionnaire", "check", "--config", folder.Of("try", "config"));

        Assert.Equal(0, made.Code);
        Assert.Equal(2, run.Code);
        Assert.Matches(@"^questionnaire\.yaml:[0-9]+: the roster has no desk ""nowhere"", only hotline, safeguarding: name one of these", run.Words);
        var line = int.Parse(run.Words.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal("    desk: nowhere", (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken))[line - 1]);
    }

    [Fact]
    public async Task Show_prints_each_screen_as_she_sees_it()
    {
        using var folder = new SmallFolder();

        var run = await CliRun.Of("questionnaire", "show", "--lang", "en", "--config", folder.Root);

        Assert.Equal(0, run.Code);
        var screens = run.Data.ReplaceLineEndings("\n").TrimEnd().Split("\n\n== ").Select((s, i) => i == 0 ? s : $"== {s}").ToList();
        Assert.Contains("== cover\n1 kg = 2 jin\n[Turn]", screens);
        Assert.Contains("== danger\nLeave\n[Hide]\n[Go on]\n[Erase] [More]", screens);
        Assert.Contains("== questions.age\nAge?\n[Hide]\n[☐ Young]\n[☐ Old]\n[Back] [Skip]\n[Erase] [More]", screens);
        Assert.Contains("== questions.free\nCan you go?\n[Hide]\n[Go]\n[Stay]\n[Back] [Skip]\n[Erase] [More]", screens);
        Assert.Contains("== questions.free\nCan the child go?\n[Hide]\n[Go]\n[Stay]\n[Back] [Skip]\n[Erase] [More]", screens);
        Assert.Equal(screens.Count, screens.Distinct().Count());
    }

    [Fact]
    public async Task Show_prints_the_quiet_words_where_they_are_asked_for()
    {
        using var folder = SmallFolder.WithQuiet();

        var quiet = await CliRun.Of("questionnaire", "show", "--lang", "en", "--words", "quiet", "--config", folder.Root);
        var plain = await CliRun.Of("questionnaire", "show", "--lang", "en", "--words", "plain", "--config", folder.Root);
        var unsaid = await CliRun.Of("questionnaire", "show", "--lang", "en", "--config", folder.Root);

        Assert.Contains("== questions.danger\nUrgent?\n[Close]\n[Today]\n[Not now]\n[Skip]\n[Clear] ", quiet.Data.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("[Hide]", quiet.Data, StringComparison.Ordinal);
        Assert.Contains("== questions.danger\nDanger?\n[Hide]\n[Today]\n[Not now]\n[Skip]\n[Erase] ", plain.Data.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(plain, unsaid);
    }

    [Theory]
    [InlineData("quiet", "en has no quiet words: there is no languages/quiet/en.yaml.\n")]
    [InlineData("loud", "--words is plain or quiet.\n")]
    public async Task Show_says_which_words_there_are(string words, string expected)
    {
        using var folder = new SmallFolder();

        var run = await CliRun.Of("questionnaire", "show", "--lang", "en", "--words", words, "--config", folder.Root);

        Assert.Equal((2, "", expected), (run.Code, run.Data, run.Words.ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task Show_says_which_languages_there_are()
    {
        using var folder = new SmallFolder();

        var run = await CliRun.Of("questionnaire", "show", "--lang", "xx", "--config", folder.Root);

        Assert.Equal((2, "", "--lang is one of en.\n"), (run.Code, run.Data, run.Words.ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task Diagram_prints_the_flow_and_the_questions_with_their_conditions()
    {
        var run = await CliRun.Of("questionnaire", "diagram", "--config", Repository.Path("config"));

        Assert.Equal(0, run.Code);
        Assert.StartsWith("stateDiagram-v2", run.Data, StringComparison.Ordinal);
        Approved.Matches(run.Data[run.Data.IndexOf("flowchart TD", StringComparison.Ordinal)..], "docs", "questions.mmd");
    }
}
