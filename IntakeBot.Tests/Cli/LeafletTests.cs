using System.Text.Json.Nodes;

namespace IntakeBot.Tests.Cli;

public sealed class LeafletTests : IAsyncLifetime
{
    private BotsRig _rig = null!;

    public async ValueTask InitializeAsync()
    {
        _rig = await BotsRig.StartAsync();
        _rig.Set(telegram =>
        {
            telegram["EntryWords"] = new JsonObject { ["en"] = "blue kettle", ["ko"] = "푸른 주전자" };
            telegram["StartLinks"] = new JsonObject { ["ko"] = "spring24" };
            telegram["CheckPhrases"] = new JsonObject { ["ko"] = "차 <두> 잔" };
        });
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Word_link_and_phrase_of_each_language_are_printed_with_the_name_that_Telegram_tells()
    {
        var run = await _rig.Run("leaflet");

        Assert.Equal(0, run.Code);
        Assert.Equal(
            [
                "en\t@intake_test_bot\tword blue kettle\tlink -\tphrase -",
                "ko\t@intake_test_bot\tword 푸른 주전자\tlink https://t.me/intake_test_bot?start=spring24\tphrase 차 <두> 잔",
            ],
            run.Data.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task The_page_has_a_card_for_each_language_a_picture_of_the_link_and_loads_nothing()
    {
        var file = _rig.Of("cards.html");

        var run = await _rig.Run("leaflet", "--name", "unit_notes_bot", "--out", file);

        var page = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(0, run.Code);
        Assert.Equal(2, page.Split("<section").Length - 1);
        Assert.Equal(1, page.Split("<svg class=\"qr\"").Length - 1);
        Assert.Contains("차 &lt;두&gt; 잔", page, StringComparison.Ordinal);
        Assert.Contains("@unit_notes_bot", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)https?:|<script|<link|<img|src=|href=|url\\(|@import|\\{\\{", page);
    }

    [Fact]
    public async Task A_file_that_is_there_is_not_overwritten_and_nothing_is_asked()
    {
        var file = _rig.Of("cards.html");
        await File.WriteAllTextAsync(file, "mine", TestContext.Current.CancellationToken);

        var run = await _rig.Run("leaflet", "--out", file, "--bot", "2");

        Assert.Equal(2, run.Code);
        Assert.Contains("exists already", run.Words, StringComparison.Ordinal);
        Assert.Contains("--bot 2: the settings have 1 bots", run.Words, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal(0, _rig.Phone.World.Requests.Count("getMe"));
    }

    [Fact]
    public async Task Without_anything_to_print_it_says_what_to_write()
    {
        _rig.Set(telegram => { foreach (var name in new[] { "EntryWords", "StartLinks", "CheckPhrases" }) { telegram[name] = new JsonObject(); } });

        var run = await _rig.Run("leaflet", "--name", "x");

        Assert.Equal(2, run.Code);
        Assert.Contains("has no EntryWords, StartLinks or CheckPhrases", run.Words, StringComparison.Ordinal);
    }
}
