using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IntakeBot.Phone;
using Telegram.Bot;

namespace IntakeBot.Tests.Phone;

/// <summary>Every kind of weather by its name: from a test, from another process, from the page.</summary>
public sealed class WeatherPageTests : IAsyncLifetime
{
    private PhoneRig _rig = null!;

    public async ValueTask InitializeAsync() => _rig = await PhoneRig.StartAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public void Every_weather_has_a_name_of_its_own_a_case_and_words()
    {
        Assert.Equal(PhoneWeather.Options.Count, PhoneWeather.Options.Select(o => o.Name).Distinct().Count());
        Assert.All(PhoneWeather.Options, o => Assert.Matches("^[a-z0-9-]+$", o.Name));
        Assert.All(PhoneWeather.Options, o => Assert.Matches("^[0-9]+(, [0-9]+)*$", o.Cases));
        Assert.All(PhoneWeather.Options, o => Assert.InRange(o.Words.Length, 3, 32));
    }

    [Fact]
    public async Task All_weather_can_be_made_from_another_process_and_ends_with_calm()
    {
        var anna = await _rig.JoinedAsync("Anna");
        _ = await _rig.SendAsync(anna, "?", "A");
        var listed = await _rig.Http.GetFromJsonAsync<JsonElement>("/phone/weather");
        string[] last = ["delete-screen", "block"];
        foreach (var option in listed.EnumerateArray().OrderBy(o => Array.IndexOf(last, o.GetProperty("name").GetString())))
        {
            var name = option.GetProperty("name").GetString();
            object body = option.GetProperty("lasts").GetBoolean() ? new { on = true } : new { person = anna.Id, count = 3 };
            Assert.Equal((HttpStatusCode.NoContent, name), (await PostAsync($"/phone/weather/{name}", body), name));
        }

        Assert.Equal(PhoneWeather.Options.Where(o => o.Lasts).Select(o => o.Name).Order(), (await OnAsync()).Order());
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync("/phone/weather/calm", new { }));
        Assert.Empty(await OnAsync());
        _ = anna.Unblock();
        _ = await _rig.SendAsync(anna, "calm");
        _ = await _rig.Bot.GetMe();
    }

    [Fact]
    public async Task Weather_that_is_not_known_or_lacks_a_person_is_refused()
    {
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync("/phone/weather/frogs", new { }));
        Assert.Equal(HttpStatusCode.Conflict, await PostAsync("/phone/weather/block", new { }));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync("/phone/weather/block", new { on = true }));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync("/phone/weather/outage", new { }));
        Assert.Throws<ArgumentException>(() => _rig.World.Weather.Switch("frogs", on: true));
    }

    private async Task<HttpStatusCode> PostAsync(string path, object body)
    {
        using var response = await _rig.Http.PostAsJsonAsync(path, body);
        return response.StatusCode;
    }

    private async Task<List<string>> OnAsync()
    {
        var state = await _rig.Http.GetFromJsonAsync<JsonElement>("/phone/people");
        return [.. state.GetProperty("weather").EnumerateArray().Select(w => w.GetString()!)];
    }
}
