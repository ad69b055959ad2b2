using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IntakeBot.Phone;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace IntakeBot.Tests.Phone;

public sealed class DoorTests : IAsyncLifetime
{
    private PhoneRig _rig = null!;

    public async ValueTask InitializeAsync() => _rig = await PhoneRig.StartAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task A_wrong_token_is_unauthorized()
    {
        var (status, body) = await _rig.CallAsync("getMe", new { }, token: "123456:WRONG");

        Assert.Equal(401, status);
        Assert.Equal("""{"ok":false,"error_code":401,"description":"Unauthorized"}""", body.GetRawText());
    }

    [Fact]
    public async Task An_unknown_method_is_not_found()
    {
        var (status, body) = await _rig.CallAsync("sendTelepathy", new { });

        Assert.Equal(404, status);
        Assert.Equal("Not Found", body.GetProperty("description").GetString());
    }

    [Fact]
    public async Task It_listens_on_the_loopback_address_alone()
    {
        Assert.Equal("127.0.0.1", _rig.Server.Address.Host);
        Assert.Equal(HttpStatusCode.OK, (await _rig.Http.GetAsync($"/bot{PhoneRig.Token}/getMe")).StatusCode);
    }

    [Fact]
    public async Task It_runs_until_it_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var started = new TaskCompletionSource<PhoneServer>(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = PhoneServer.RunAsync(new PhoneOptions { Token = "7:OTHER" }, started.SetResult, stop.Token);
        var address = (await started.Task.WaitAsync(PhoneRig.Patience)).Address;

        Assert.Equal(7, (await new TelegramBotClient(new TelegramBotClientOptions("7:OTHER", $"{address}")).GetMe()).Id);
        await stop.CancelAsync();
        await running.WaitAsync(PhoneRig.Patience);

        _ = await Assert.ThrowsAsync<HttpRequestException>(() => _rig.Http.GetAsync(address));
    }

    [Fact]
    public async Task The_bot_is_what_a_hotline_needs_it_to_be()
    {
        var me = await _rig.Bot.GetMe();

        Assert.True(me.IsBot);
        Assert.Equal(123456, me.Id);
        Assert.False(me.CanJoinGroups);
        Assert.False(me.SupportsInlineQueries);
        Assert.False(me.CanReadAllGroupMessages);
    }

    [Fact]
    public async Task Arguments_come_as_json_form_multipart_or_query()
    {
        var anna = await _rig.JoinedAsync("Anna");
        var path = $"/bot{PhoneRig.Token}/sendMessage";
        const string Buttons = """{"inline_keyboard":[[{"text":"예","callback_data":"y"}]]}""";
        Dictionary<string, string> fields = new()
        {
            ["chat_id"] = $"{anna.Id}",
            ["text"] = "안녕",
            ["reply_markup"] = Buttons,
        };

        using var multipart = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            multipart.Add(new StringContent(value), name);
        }

        HttpResponseMessage[] responses =
        [
            await _rig.Http.PostAsJsonAsync(
                path, new { chat_id = anna.Id, text = "안녕", reply_markup = JsonElement.Parse(Buttons) }),
            await _rig.Http.PostAsync(path, new FormUrlEncodedContent(fields)),
            await _rig.Http.PostAsync(path, multipart),
            await _rig.Http.GetAsync($"{path}?{await new FormUrlEncodedContent(fields).ReadAsStringAsync()}"),
        ];

        Assert.All(responses, r => Assert.Equal(HttpStatusCode.OK, r.StatusCode));
        Assert.All(anna.Screen.Skip(1), m => Assert.Equal(("안녕", "예", "y"), (m.Text, m.Rows[0][0].Label, m.Rows[0][0].Data)));
        Assert.Equal(4, anna.Screen.Count(m => !m.FromPerson));
    }

    [Fact]
    public async Task What_is_not_json_is_a_bad_request()
    {
        using var content = new StringContent("{", encoding: null, "application/json");

        using var response = await _rig.Http.PostAsync($"/bot{PhoneRig.Token}/sendMessage", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task The_profile_is_kept_by_language_and_scope()
    {
        await _rig.Bot.SetMyCommands([new BotCommand("start", "Start")]);
        await _rig.Bot.SetMyCommands([new BotCommand("start", "시작")], languageCode: "ko");
        await _rig.Bot.SetMyName("Line");
        await _rig.Bot.SetMyDescription("설명", "ko");
        await _rig.Bot.SetMyShortDescription("short");

        Assert.Equal("Start", (await _rig.Bot.GetMyCommands())[0].Description);
        Assert.Equal("시작", (await _rig.Bot.GetMyCommands(languageCode: "ko"))[0].Description);
        Assert.Empty(await _rig.Bot.GetMyCommands(BotCommandScope.AllPrivateChats()));
        Assert.Equal("Line", (await _rig.Bot.GetMyName("ja")).Name);
        Assert.Equal("Line", (await _rig.Bot.GetMe()).FirstName);
        Assert.Equal("설명", (await _rig.Bot.GetMyDescription("ko")).Description);
        Assert.Empty((await _rig.Bot.GetMyDescription()).Description);
        Assert.Equal("short", (await _rig.Bot.GetMyShortDescription()).ShortDescription);
    }

    [Fact]
    public async Task The_harmless_methods_answer()
    {
        var anna = await _rig.JoinedAsync("Anna");

        await _rig.Bot.SendChatAction(anna.Id, ChatAction.Typing);
        await _rig.Bot.LeaveChat(-1001234567890);
        await _rig.Bot.Close();
        await _rig.Bot.LogOut();
    }

    [Fact]
    public async Task Every_call_is_counted_and_the_latest_are_listed()
    {
        var anna = await _rig.JoinedAsync("Anna");
        _ = await _rig.SendAsync(anna, "one");
        _ = await _rig.CallAsync("SENDMESSAGE", new { chat_id = anna.Id, text = "" });

        Assert.Equal(2, _rig.World.Requests.Count("sendMessage"));
        Assert.Equal(0, _rig.World.Requests.Count("deleteMessage"));
        Assert.Equal(
            [("sendMessage", anna.Id, 200), ("sendMessage", anna.Id, 400)],
            _rig.World.Requests.Recent.TakeLast(2).Select(r => (r.Method, r.ChatId ?? 0, r.Status)));
    }
}
