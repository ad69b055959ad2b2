using System.Text.Json.Nodes;
using IntakeBot.Cli;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Cli;

public sealed class DraftTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Throwaway _made;

    public DraftTests()
    {
        _made = Throwaway.Make(_folder.Of("try"), ArgonProfile.Tiny, TimeProvider.System);
        var token = Path.Combine(_made.KeysFolder, "telegram.token");
        File.WriteAllText(token, "4242424242:NeverPrintedSecretNeverPrinted");
        FileModes.Set(token, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Check_says_which_languages_are_drafts()
    {
        var check = await Run("check", "--offline");
        var json = await Run("check", "--offline", "--json");

        Assert.Equal(0, check.Code);
        Assert.Contains("drafts en, ko, zh, ja, vi\n", check.Data.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal("""["en","ko","zh","ja","vi"]""", JsonNode.Parse(json.Data)!["drafts"]!.ToJsonString());
    }

    [Theory]
    [InlineData("check", "--offline")]
    [InlineData("serve")]
    public async Task A_draft_that_the_settings_do_not_name_is_refused_with_the_way_to_name_it(params string[] verb)
    {
        var file = Path.Combine(_made.ConfigFolder, SettingsFile.Name);
        var settings = JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!;
        settings["Languages"]!["Drafts"] = new JsonArray("en", "zh", "ja", "vi");
        await File.WriteAllTextAsync(file, settings.ToJsonString(), TestContext.Current.CancellationToken);

        var run = await Run(verb);

        Assert.Equal(2, run.Code);
        Assert.Contains(
            $$"""{{Path.Combine(_made.ConfigFolder, "languages", "ko.yaml")}}: is a draft; have it reviewed, or to serve it all the same """
            + """write "Languages": { "Drafts": ["en", "ko", "zh", "ja", "vi"] } into intakebot.json""",
            run.Data + run.Words,
            StringComparison.Ordinal);
        Assert.DoesNotContain("zh.yaml", run.Data + run.Words, StringComparison.Ordinal);
    }

    private Task<CliRun> Run(params string[] arguments) => CliRun.Of([.. arguments, "--config", _made.ConfigFolder, "--data", _made.DataFolder]);
}
