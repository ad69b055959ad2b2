using System.Text.Json.Nodes;
using IntakeBot.Cli;
using IntakeBot.Core.Hotline;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Phone;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Cli;

/// <summary>The setting that makes a bot speak in quiet words.</summary>
public sealed class WordsSettingTests : IDisposable
{
    private static readonly string[] Plain = ["en", "ko", "zh", "ja", "vi"];
    private static readonly string[] Quiet = ["quiet/en", "quiet/ko", "quiet/zh", "quiet/ja", "quiet/vi"];

    private readonly TempFolder _folder = new();
    private readonly Throwaway _made;

    public WordsSettingTests()
    {
        _made = Throwaway.Make(_folder.Of("try"), ArgonProfile.Tiny, TimeProvider.System, FreePort.Address().GetLeftPart(UriPartial.Authority));
        var token = Path.Combine(_made.KeysFolder, "telegram.token");
        File.WriteAllText(token, new PhoneOptions().Token);
        FileModes.Set(token, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private string SettingsPath => Path.Combine(_made.ConfigFolder, SettingsFile.Name);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Words_that_are_not_known_are_told_with_file_and_setting()
    {
        Set("loud", Plain);

        var run = await CheckAsync();

        Assert.Equal(2, run.Code);
        Assert.Equal([$"problem {SettingsPath}: Telegram.Words is to be plain or quiet, not \"loud\""], ProblemsOf(run));
    }

    [Fact]
    public async Task Quiet_words_that_a_language_does_not_have_are_told_with_the_remedy()
    {
        Set("quiet", [.. Plain, .. Quiet]);
        File.Delete(Path.Combine(_made.ConfigFolder, "languages", "quiet", "ja.yaml"));
        Sign();

        var run = await CheckAsync();

        Assert.Equal(2, run.Code);
        Assert.Equal(
            [$"problem {SettingsPath}: Telegram.Words is \"quiet\", but there is no languages/quiet/ja.yaml: write one, or set \"plain\""],
            ProblemsOf(run));
    }

    [Fact]
    public async Task A_second_bot_is_held_to_its_own_words()
    {
        Set("plain", Plain);
        var settings = JsonNode.Parse(await File.ReadAllTextAsync(SettingsPath, TestContext.Current.CancellationToken))!;
        settings["Telegram"]!["Bots"] = new JsonArray(new JsonObject { ["Words"] = "quiet" }, new JsonObject { ["Words"] = "loud" });
        await File.WriteAllTextAsync(SettingsPath, settings.ToJsonString(), TestContext.Current.CancellationToken);
        File.Delete(Path.Combine(_made.ConfigFolder, "languages", "quiet", "ja.yaml"));
        Sign();

        var problems = ProblemsOf(await CheckAsync()).ToList();

        Assert.Contains($"problem {SettingsPath}: Telegram.Bots[0].Words is \"quiet\", but there is no languages/quiet/ja.yaml: write one, or set \"plain\"", problems);
        Assert.Contains($"problem {SettingsPath}: Telegram.Bots[1].Words is to be plain or quiet, not \"loud\"", problems);
        Assert.Contains(problems, p => p.Contains("\"quiet/ko\"", StringComparison.Ordinal));
        Assert.DoesNotContain(problems, p => p.Contains("Telegram.Words", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_quiet_draft_is_served_only_where_the_settings_name_it()
    {
        Set("quiet", [.. Plain, .. Quiet.Where(q => q != "quiet/ko")]);

        var run = await CheckAsync();

        Assert.Equal(2, run.Code);
        Assert.Contains(
            $"{Path.Combine(_made.ConfigFolder, "languages", "quiet", "ko")}.yaml: is a draft; have it reviewed, or to serve it all the same write "
            + "\"Languages\": { \"Drafts\": [\"en\", \"ko\", \"zh\", \"ja\", \"vi\", \"quiet/en\", \"quiet/ko\", \"quiet/zh\", \"quiet/ja\", \"quiet/vi\"] } into intakebot.json",
            run.Data + run.Words,
            StringComparison.Ordinal);
        Assert.DoesNotContain("zh.yaml", run.Data + run.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quiet_drafts_need_no_name_while_nobody_is_served_them()
    {
        Set("plain", Plain);

        var run = await CheckAsync();

        Assert.Equal(0, run.Code);
        Assert.Contains("drafts en, ko, zh, ja, vi\n", run.Data.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_server_speaks_in_the_words_that_are_set()
    {
        await using var phone = await PhoneServer.StartAsync(new PhoneOptions(), default);
        Set("quiet", [.. Plain, .. Quiet]);
        await File.WriteAllTextAsync(
            SettingsPath,
            (await File.ReadAllTextAsync(SettingsPath, TestContext.Current.CancellationToken))
                .Replace("https://api.telegram.org", phone.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        using var readiness = Readiness.Of(_made.ConfigFolder, _made.DataFolder, TimeProvider.System);
        Assert.Empty(readiness.Problems);
        var parts = readiness.Parts!;
        await using var store = SealedStore.Open(_made.DataFolder, TimeProvider.System);
        var roster = new RosterChange(new(parts.Roster), store, PlaceBook.Open(_made.DataFolder), _made.DataFolder);
        _ = await roster.ApplyAsync(parts.Roster, default);
        var days = DayBook.Open(_made.DataFolder, Day.Today(TimeProvider.System));
        await using var codes = TinyCodes.Lane(parts.ServerKey, store);
        await using var app = Server.Build(parts, store, codes, days, roster, _made.ConfigFolder, _made.DataFolder, TimeProvider.System);
        await app.StartAsync(TestContext.Current.CancellationToken);
        var person = phone.World.Join("Lily");

        person.Start();
        await person.TapAsync("English", "Yes, now is fine", "Only on this one", "Go on", "I understand, start");
        await person.SeeAsync("How urgent is it?");

        Assert.Single(store.Manifest(RowKind.Cold, null, 2));
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    private static IEnumerable<string> ProblemsOf(CliRun run) =>
        run.Data.ReplaceLineEndings("\n").Split('\n').Where(l => l.StartsWith("problem ", StringComparison.Ordinal));

    private void Set(string words, string[] drafts)
    {
        var settings = JsonNode.Parse(File.ReadAllText(SettingsPath))!;
        settings["Telegram"]!["Words"] = words;
        settings["Languages"]!["Drafts"] = new JsonArray([.. drafts.Select(d => (JsonNode)d)]);
        File.WriteAllText(SettingsPath, settings.ToJsonString());
    }

    /// <summary>Lists the questionnaire as it now stands.</summary>
    private void Sign()
    {
        var draft = RosterDraft.Open(_made.ConfigFolder, [])!;
        draft.List(QuestionnaireHash.Of(Core.Questionnaires.QuestionnaireFolder.Read(_made.ConfigFolder).Value!.Canonical.Span));
        draft.Save();
        using var organisation = SigningKeyFile.Read(Path.Combine(_made.KeysFolder, "organisation.key"), [])!;
        RosterFolder.Sign(_made.ConfigFolder, organisation);
    }

    private Task<CliRun> CheckAsync() => CliRun.Of("check", "--offline", "--config", _made.ConfigFolder, "--data", _made.DataFolder);
}
