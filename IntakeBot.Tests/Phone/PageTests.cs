using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Telegram.Bot;

namespace IntakeBot.Tests.Phone;

public sealed class PageTests : IAsyncLifetime
{
    private PhoneRig _rig = null!;

    public async ValueTask InitializeAsync() => _rig = await PhoneRig.StartAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Another_process_can_make_a_person_act_and_read_the_screen()
    {
        var joined = await PostAsync("/phone/people", new { firstName = "민지", languageCode = "ko" });
        var id = (await joined.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("phone").GetProperty("id").GetInt64();
        foreach (var (act, body) in new (string, object)[]
        {
            ("start", new { }),
            ("type", new { text = "안녕" }),
            ("send", new { kind = "photo" }),
        })
        {
            Assert.Equal(HttpStatusCode.NoContent, (await PostAsync($"/phone/people/{id}/{act}", body)).StatusCode);
        }

        var sent = await _rig.Bot.SendMessage(id, "?", replyMarkup: PhoneRig.Keyboard("예", "아니요"));
        _ = await PostAsync($"/phone/people/{id}/press", new { message = sent.Id, row = 1, column = 0 });
        _ = await PostAsync($"/phone/people/{id}/press", new { label = "예" });

        var screen = await _rig.Http.GetFromJsonAsync<JsonElement>($"/phone/people/{id}/screen");
        var messages = screen.GetProperty("phone").GetProperty("messages").EnumerateArray().ToList();
        Assert.Equal(["/start", "안녕", "", "?"], messages.Select(m => m.GetProperty("text").GetString()!));
        Assert.Equal("ko", screen.GetProperty("phone").GetProperty("language").GetString());
        Assert.Equal("photo", messages[2].GetProperty("attachment").GetString());
        Assert.Equal(["data-아니요", "data-예"], _rig.World.Find(id)!.Spinners.Select(s => s.Data));
        Assert.True(messages[3].GetProperty("rows")[1][0].GetProperty("waiting").GetBoolean());
    }

    [Fact]
    public async Task The_page_learns_neither_token_nor_button_data()
    {
        var anna = await _rig.JoinedAsync("Anna");
        _ = await _rig.SendAsync(anna, "?", "A");

        string[] served =
        [
            await _rig.Http.GetStringAsync("/"),
            await _rig.Http.GetStringAsync("/phone/phone.js"),
            await _rig.Http.GetStringAsync($"/phone/people/{anna.Id}/screen"),
        ];

        Assert.Contains("\"label\":\"A\"", served[2], StringComparison.Ordinal);
        Assert.All(served, s => Assert.DoesNotContain(PhoneRig.Token, s, StringComparison.Ordinal));
        Assert.All(served, s => Assert.DoesNotContain("data-A", s, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Events_bring_the_screen_at_once_and_after_every_change()
    {
        var anna = await _rig.JoinedAsync("Anna");
        using var stream = new StreamReader(await _rig.Http.GetStreamAsync($"/phone/events?person={anna.Id}"));

        Assert.Equal(["/start"], await NextAsync());
        _ = anna.SendVoice();
        Assert.Equal(["/start", ""], await NextAsync());
        anna.DeleteChat();
        Assert.Empty(await NextAsync());

        async Task<List<string>> NextAsync()
        {
            var line = await stream.ReadLineAsync().WaitAsync(PhoneRig.Patience);
            _ = await stream.ReadLineAsync().WaitAsync(PhoneRig.Patience);
            var messages = JsonElement.Parse(line!["data: ".Length..]).GetProperty("phone").GetProperty("messages");
            return [.. messages.EnumerateArray().Select(m => m.GetProperty("text").GetString()!)];
        }
    }

    [Fact]
    public async Task What_the_phone_refuses_is_a_conflict_and_what_is_unknown_not_found()
    {
        var anna = await _rig.JoinedAsync("Anna");
        _ = anna.Block();

        using var refused = await PostAsync($"/phone/people/{anna.Id}/type", new { text = "x" });

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("blocked", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("/phone/people/42/start", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync($"/phone/people/{anna.Id}/fly", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync($"/phone/people/{anna.Id}/unblock", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync($"/phone/people/{anna.Id}/type", new { text = "" })).StatusCode);
    }

    [Fact]
    public async Task A_form_of_another_site_moves_nothing()
    {
        using var form = new FormUrlEncodedContent([new("firstName", "Eve")]);

        using var response = await _rig.Http.PostAsync("/phone/people", form);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Empty(_rig.World.People);
    }

    [Fact]
    public async Task The_server_can_be_restarted_only_where_somebody_said_how()
    {
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync("/phone/restart", new { })).StatusCode);
        Assert.False((await _rig.Http.GetFromJsonAsync<JsonElement>("/phone/people")).GetProperty("canRestart").GetBoolean());
        var restarts = 0;
        _rig.Server.RestartServer = _ =>
        {
            restarts++;
            return Task.CompletedTask;
        };

        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync("/phone/restart", new { })).StatusCode);
        Assert.True((await _rig.Http.GetFromJsonAsync<JsonElement>("/phone/people")).GetProperty("canRestart").GetBoolean());
        Assert.Equal(1, restarts);
    }

    [Fact]
    public async Task The_page_allows_no_script_but_its_own()
    {
        using var response = await _rig.Http.GetAsync("/");

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'; script-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("://", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> PostAsync(string path, object body) => _rig.Http.PostAsJsonAsync(path, body);
}
