using System.Net;
using IntakeBot.Phone;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace IntakeBot.Tests.Phone;

public sealed class WeatherTests : IAsyncLifetime
{
    private PhoneRig _rig = null!;
    private PhonePerson _anna = null!;

    public async ValueTask InitializeAsync()
    {
        _rig = await PhoneRig.StartAsync();
        _anna = await _rig.JoinedAsync("Anna");
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Too_many_requests_says_when_to_come_back_and_does_nothing()
    {
        _rig.World.Weather.Fail("sendMessage", times: 1, status: 429, retryAfter: 7);

        var storm = await Assert.ThrowsAsync<ApiRequestException>(() => _rig.SendAsync(_anna, "lost"));
        _ = await _rig.SendAsync(_anna, "calm");

        Assert.Equal((429, 7, "Too Many Requests: retry after 7"), (storm.ErrorCode, storm.Parameters?.RetryAfter, storm.Message));
        Assert.Equal(["calm"], _anna.Screen.Where(m => !m.FromPerson).Select(m => m.Text));
    }

    [Fact]
    public async Task A_bad_gateway_is_a_page_that_no_client_can_read()
    {
        _rig.World.Weather.Fail("*", times: 1, status: 502);

        var failure = await Assert.ThrowsAsync<RequestException>(() => _rig.Bot.GetMe());

        Assert.Equal(HttpStatusCode.BadGateway, failure.HttpStatusCode);
        _ = await _rig.Bot.GetMe();
    }

    [Fact]
    public async Task A_dropped_response_was_done_all_the_same()
    {
        _rig.World.Weather.DropResponse("sendMessage", times: 1);

        _ = await Assert.ThrowsAsync<RequestException>(() => _rig.SendAsync(_anna, "done"));

        Assert.Equal("done", _anna.Screen[^1].Text);
        Assert.Equal(1, _rig.World.Requests.Count("sendMessage"));
    }

    [Fact]
    public async Task A_connection_cut_before_does_nothing()
    {
        _rig.World.Weather.AbortBefore("sendMessage", times: 1);

        _ = await Assert.ThrowsAsync<RequestException>(() => _rig.SendAsync(_anna, "never"));

        Assert.DoesNotContain(_anna.Screen, m => m.Text == "never");
        Assert.Equal(0, _rig.World.Requests.Recent[^1].Status);
        _ = await _rig.SendAsync(_anna, "again");
    }

    [Fact]
    public async Task A_delay_holds_one_method_back_in_the_worlds_time()
    {
        _rig.World.Weather.Delay("sendMessage", TimeSpan.FromSeconds(3));
        var slow = _rig.SendAsync(_anna, "slow");

        _ = await _rig.Bot.GetMe();
        while (!slow.IsCompleted)
        {
            _rig.Time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(1);
        }

        _rig.World.Weather.Clear();
        Assert.Equal("slow", (await slow).Text);
        Assert.True(_anna.Screen[^1].SentAt - _anna.Screen[0].SentAt >= TimeSpan.FromSeconds(3));
        Assert.Equal("fast", (await _rig.SendAsync(_anna, "fast")).Text);
    }
}
