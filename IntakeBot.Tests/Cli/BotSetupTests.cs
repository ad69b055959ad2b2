using System.Text.Json;
using IntakeBot.Phone;

namespace IntakeBot.Tests.Cli;

/// <summary>Names, texts and commands of the cover at Telegram, in every language; and what only the owner can set.</summary>
public sealed class BotSetupTests : IAsyncLifetime
{
    private static readonly string[] Telling = ["help", "refug", "hotline", "danger", "safe", "rescue", "intake", "answer", "secret", "도움", "위험", "帮助", "危险", "助け", "危険"];

    private BotsRig _rig = null!;

    public async ValueTask InitializeAsync() => _rig = await BotsRig.StartAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task It_writes_every_language_once_and_nothing_the_second_time()
    {
        var first = await _rig.Run("bot", "setup");
        var written = _rig.Phone.World.Requests.Count("setMyName");
        var second = await _rig.Run("bot", "setup");

        Assert.Equal(0, first.Code);
        Assert.Equal(
            ["everybody else", "en", "ko", "zh", "ja", "vi"],
            first.Data.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l.Contains("wrote", StringComparison.Ordinal)).Select(l => l["bot 1 ".Length..l.IndexOf(':', StringComparison.Ordinal)]));
        Assert.Equal("단위 바꾸기", await Get("getMyName", "ko", "name"));
        Assert.Equal("Unit notes", await Get("getMyName", "", "name"));
        Assert.Equal("输入一个数，看别的单位是多少。", await Get("getMyDescription", "zh", "description"));
        Assert.Equal(written, _rig.Phone.World.Requests.Count("setMyName"));
        Assert.DoesNotContain("wrote", second.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_Telegram_shows_of_the_bot_tells_what_it_is_for()
    {
        await _rig.Run("bot", "setup");
        var shown = new List<string>();
        foreach (var language in new[] { "", "en", "ko", "zh", "ja", "vi" })
        {
            foreach (var method in new[] { "getMyName", "getMyShortDescription", "getMyDescription", "getMyCommands" })
            {
                shown.Add(await GetRaw(method, language));
            }
        }

        Assert.Equal(24, shown.Count);
        Assert.All(shown, text => Assert.All(Telling, word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase)));
        Assert.All(shown.Where(s => s.Contains("command", StringComparison.Ordinal)), text => Assert.DoesNotContain("hide", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_only_BotFather_can_set_is_told_with_the_command_to_type_there()
    {
        _rig.Phone.World.Bot.CanJoinGroups = true;
        _rig.Phone.World.Bot.SupportsInlineQueries = true;
        _rig.Phone.World.Weather.Switch("webhook", on: true);

        var run = await _rig.Run("bot", "setup");

        Assert.Equal(1, run.Code);
        Assert.Contains("/setjoingroups, Disable", run.Data, StringComparison.Ordinal);
        Assert.Contains("/setinline", run.Data, StringComparison.Ordinal);
        Assert.Contains("revoke the token", run.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_Telegram_does_not_know_is_told_without_it()
    {
        _rig.WriteToken("telegram.token", "999999:NeverPrintedSecret");

        var run = await _rig.Run("bot", "setup");

        Assert.Equal(1, run.Code);
        Assert.Contains("does not know its token", run.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("NeverPrinted", run.Words + run.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_without_a_cover_keeps_its_texts()
    {
        _rig.Set(telegram => telegram["Cover"] = "");

        var run = await _rig.Run("bot", "setup");

        Assert.Equal(0, run.Code);
        Assert.Equal(0, _rig.Phone.World.Requests.Count("setMyName"));
        Assert.Contains("has no cover", run.Words, StringComparison.Ordinal);
    }

    private async Task<string> Get(string method, string language, string field)
    {
        using var answer = JsonDocument.Parse(await GetRaw(method, language));
        return answer.RootElement.GetProperty("result").GetProperty(field).GetString()!;
    }

    private async Task<string> GetRaw(string method, string language)
    {
        using var http = new HttpClient { BaseAddress = _rig.Phone.Address };
        return await http.GetStringAsync(new Uri($"/bot{new PhoneOptions().Token}/{method}?language_code={language}", UriKind.Relative), TestContext.Current.CancellationToken);
    }
}
