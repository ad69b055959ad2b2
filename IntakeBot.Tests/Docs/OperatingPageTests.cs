using System.Text.RegularExpressions;
using IntakeBot.Cli;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Docs;

/// <summary>The operator's page, line by line, in an empty folder: every grey block is run as it stands, with this program, against a simulated Telegram.</summary>
public sealed partial class OperatingPageTests
{
    [Fact]
    public async Task Every_line_of_it_runs_from_nothing_to_an_intake_that_is_read_and_to_the_worst_day()
    {
        await using var shell = await PageShell.StartAsync();
        var blocks = Blocks().Matches(await File.ReadAllTextAsync(Repository.Path("docs", "operating.md"))).Select(m => m.Groups[1].Value).ToList();
        Assert.True(blocks.Count > 9, "The page has lost its blocks.");
        foreach (var block in blocks)
        {
            var reads = block.Contains("intakes list", StringComparison.Ordinal);
            if (reads)
            {
                await ComeAsync(shell);
            }

            var said = await shell.RunAsync(block);
            Assert.True(!reads || said.Contains("U1", StringComparison.Ordinal), said);
        }

        using (var server = shell.Running())
        {
            // It was told to stop, and may take the moment that an orderly stop takes.
            Assert.True(server is null || server.WaitForExit(TimeSpan.FromSeconds(30)), "The server still runs.");
        }

        Assert.DoesNotContain(Directory.EnumerateFiles(Path.Combine(shell.Work, "hotline"), "*", SearchOption.AllDirectories), f => f.EndsWith(".key", StringComparison.Ordinal) || f.EndsWith(".token", StringComparison.Ordinal) || f.EndsWith(".db", StringComparison.Ordinal));
    }

    /// <summary>A person in danger answers everything.</summary>
    private static async Task ComeAsync(PageShell shell)
    {
        var questionnaire = QuestionnaireFolder.Read(Path.Combine(shell.Work, "hotline", "config")).Value!;
        var her = new DemoWalk(shell.Phone.World.Join("Test"), questionnaire, questionnaire.Languages[0]) { Choose = _ => 0 };
        await her.PassGateAsync();
        while (await her.StepAsync())
        {
        }

        await her.EndAsync();
    }

    [GeneratedRegex("^ *```sh\n(.*?)^ *```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
