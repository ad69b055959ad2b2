using System.Text.Json.Nodes;

namespace IntakeBot.Tests.Cli;

/// <summary>What the settings may say of the bots; every fault is told with the name of the setting.</summary>
public sealed class BotSettingsTests : IAsyncLifetime
{
    private BotsRig _rig = null!;

    public static TheoryData<string, string, string> Faults => new()
    {
        { "Cover", "\"../secrets\"", "Telegram.Cover is to be the name of a file in covers/" },
        { "Cover", "\"chess\"", "covers/chess.yaml: the file is missing" },
        { "CoverLanguage", "\"fr\"", "Telegram.CoverLanguage names the language \"fr\": known are en, ko, zh, ja, vi" },
        { "EntryWords", """{"fr": "bonjour"}""", "Telegram names the language \"fr\"" },
        { "EntryWords", """{"en": "abc"}""", "Telegram.EntryWords.en is to be 4 to 64 characters" },
        { "EntryWords", """{"en": " . a b ."}""", "Telegram.EntryWords.en is to be 4 to 64 characters" },
        { "StartLinks", """{"ko": "봄이 왔다"}""", "Telegram.StartLinks.ko is to be 4 to 64 of A-Z" },
        { "CheckPhrases", """{"en": ""}""", "Telegram.CheckPhrases.en is to be one line" },
        { "CheckPhrases", """{"en": "a\nb"}""", "Telegram.CheckPhrases.en is to be one line" },
        { "Bots", """[{"TokenFile": "../keys/second.token"}]""", "second.token: is missing" },
        { "Bots", """[{"TokenFile": "../keys/telegram.token"}]""", "two bots have tokens of the same account" },
        { "Bots", """[{"Cover": "Units"}]""", "Telegram.Bots[0].Cover is to be the name" },
        { "ApiUrl", "\"ftp://x\"", "Telegram.ApiUrl is not an address" },
        { "Covers", "\"units\"", "Covers" },
    };

    public async ValueTask InitializeAsync() => _rig = await BotsRig.StartAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_told_with_its_setting(string name, string json, string expected)
    {
        _rig.Set(telegram => telegram[name] = JsonNode.Parse(json));

        var check = await _rig.Check();

        Assert.Equal(2, check.Code);
        Assert.Contains(expected, check.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_bots_with_their_own_covers_and_words_are_ready()
    {
        _rig.WriteToken("second.token", "777777:SECOND");
        _rig.Set(telegram =>
        {
            telegram["EntryWords"] = new JsonObject { ["en"] = "blue kettle" };
            telegram["Bots"] = new JsonArray(new JsonObject
            {
                ["TokenFile"] = "../keys/second.token",
                ["Cover"] = "phrase",
                ["CoverLanguage"] = "zh",
                ["StartLinks"] = new JsonObject { ["zh"] = "spring24" },
            });
        });

        var check = await _rig.Check();

        Assert.Equal(0, check.Code);
        Assert.DoesNotContain("EntryWords", check.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cover_that_everybody_comes_past_is_warned_of()
    {
        var check = await _rig.Check();

        Assert.Equal(0, check.Code);
        Assert.Contains("whoever presses START sees what is behind it", check.Data, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "blue kettle", true)]
    [InlineData("units", "", true)]
    [InlineData("units", "blue kettle", false)]
    public async Task A_phrase_that_anybody_can_read_at_the_bot_is_warned_of(string cover, string word, bool isWarned)
    {
        _rig.Set(telegram =>
        {
            telegram["Cover"] = cover;
            telegram["EntryWords"] = word.Length == 0 ? [] : new JsonObject { ["en"] = word };
            telegram["CheckPhrases"] = new JsonObject { ["en"] = "two cups of tea" };
        });

        var check = await _rig.Check();

        Assert.Equal(0, check.Code);
        Assert.Equal(isWarned, check.Data.Contains("a look-alike can show it", StringComparison.Ordinal));
    }
}
