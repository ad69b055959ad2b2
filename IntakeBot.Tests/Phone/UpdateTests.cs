using System.Text.Json.Nodes;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.Enums;

namespace IntakeBot.Tests.Phone;

public sealed class UpdateTests : IAsyncLifetime
{
    private PhoneRig _rig = null!;

    public async ValueTask InitializeAsync() => _rig = await PhoneRig.StartAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task An_unconfirmed_update_comes_again()
    {
        var id = _rig.World.Join("Anna").Start();

        var first = await _rig.Bot.GetUpdates();
        var second = await _rig.Bot.GetUpdates();

        Assert.Equal([id], first.Select(u => u.Id));
        Assert.Equal([id], second.Select(u => u.Id));
        Assert.Equal("/start", second[0].Message?.Text);
    }

    [Fact]
    public async Task An_offset_confirms_everything_below_it()
    {
        var anna = _rig.World.Join("Anna");
        int[] ids = [anna.Start(), anna.Type("a"), anna.Type("b")];

        Assert.Equal(ids, (await _rig.Bot.GetUpdates()).Select(u => u.Id));
        Assert.Equal(ids[2..], (await _rig.Bot.GetUpdates(ids[2])).Select(u => u.Id));
        Assert.Equal(ids[2..], (await _rig.Bot.GetUpdates()).Select(u => u.Id));
    }

    [Fact]
    public async Task Ids_follow_each_other()
    {
        var anna = _rig.World.Join("Anna");
        var first = anna.Start();

        Assert.Equal([first + 1, first + 2], [_rig.World.Join("Bo").Start(), anna.Type("a")]);
        Assert.Equal(3, (await _rig.Bot.GetUpdates()).Length);
    }

    [Fact]
    public async Task A_negative_offset_forgets_all_but_the_last()
    {
        var anna = _rig.World.Join("Anna");
        int[] ids = [anna.Start(), anna.Type("a"), anna.Type("b")];

        Assert.Equal(ids[1..], (await _rig.Bot.GetUpdates(-2)).Select(u => u.Id));
        Assert.Equal(ids[1..], (await _rig.Bot.GetUpdates()).Select(u => u.Id));
    }

    [Fact]
    public async Task An_offset_far_beyond_the_end_confirms_nothing()
    {
        var id = _rig.World.Join("Anna").Start();

        Assert.Equal([id], (await _rig.Bot.GetUpdates(id + 5000)).Select(u => u.Id));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(0, 1)]
    [InlineData(7, 7)]
    [InlineData(1000, 100)]
    public async Task A_limit_stays_between_one_and_a_hundred(int asked, int given)
    {
        var anna = _rig.World.Join("Anna");
        for (var i = 0; i < 120; i++)
        {
            _ = anna.Type("word");
        }

        var (_, body) = await _rig.CallAsync("getUpdates", new { limit = asked });

        Assert.Equal(given, body.GetProperty("result").GetArrayLength());
    }

    [Fact]
    public async Task A_long_poll_wakes_when_an_update_arrives()
    {
        var poll = _rig.Bot.GetUpdates(timeout: 50);
        await _rig.UntilPollingAsync();
        Assert.False(poll.IsCompleted);

        var id = _rig.World.Join("Anna").Start();

        Assert.Equal([id], (await poll.WaitAsync(PhoneRig.Patience)).Select(u => u.Id));
    }

    [Fact]
    public async Task A_long_poll_ends_empty_after_fifty_seconds_whatever_was_asked()
    {
        var poll = _rig.Bot.GetUpdates(timeout: 500);
        await _rig.UntilPollingAsync();

        _rig.Time.Advance(TimeSpan.FromSeconds(49));
        Assert.False(poll.IsCompleted);
        _rig.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Empty(await poll.WaitAsync(PhoneRig.Patience));
    }

    [Fact]
    public async Task A_second_poll_ends_the_older_one()
    {
        var older = _rig.Bot.GetUpdates(timeout: 50);
        await _rig.UntilPollingAsync();
        var newer = _rig.Bot.GetUpdates(timeout: 50);

        var conflict = await Assert.ThrowsAsync<ApiRequestException>(() => older.WaitAsync(PhoneRig.Patience));
        var id = _rig.World.Join("Anna").Start();

        Assert.Equal(409, conflict.ErrorCode);
        Assert.Equal(
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            conflict.Message);
        Assert.Equal([id], (await newer.WaitAsync(PhoneRig.Patience)).Select(u => u.Id));
    }

    [Fact]
    public async Task A_webhook_ends_and_forbids_polling_until_it_is_deleted()
    {
        var waiting = _rig.Bot.GetUpdates(timeout: 50);
        await _rig.UntilPollingAsync();
        await _rig.Bot.SetWebhook("https://example.org/hook");

        var ended = await Assert.ThrowsAsync<ApiRequestException>(() => waiting.WaitAsync(PhoneRig.Patience));
        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => _rig.Bot.GetUpdates());
        Assert.Equal("https://example.org/hook", (await _rig.Bot.GetWebhookInfo()).Url);
        await _rig.Bot.DeleteWebhook();

        Assert.Equal("Conflict: terminated by setWebhook request", ended.Message);
        Assert.Equal(409, refused.ErrorCode);
        Assert.Empty(await _rig.Bot.GetUpdates());
        Assert.Empty((await _rig.Bot.GetWebhookInfo()).Url);
    }

    [Fact]
    public async Task Only_allowed_kinds_are_queued_and_the_choice_lasts()
    {
        var anna = _rig.World.Join("Anna");
        _ = await _rig.Bot.GetUpdates(allowedUpdates: [UpdateType.CallbackQuery]);

        Assert.Equal(0, anna.Start());
        _ = await _rig.Bot.GetUpdates();
        Assert.Equal(0, anna.Type("still not"));
        var press = anna.PressData(1, "x");

        Assert.Equal([press], (await _rig.Bot.GetUpdates()).Select(u => u.Id));
        Assert.Equal([UpdateType.CallbackQuery], (await _rig.Bot.GetWebhookInfo()).AllowedUpdates!);
        _ = await _rig.Bot.GetUpdates(allowedUpdates: []);
        Assert.NotEqual(0, anna.Type("now"));
    }

    [Fact]
    public async Task A_press_waits_150_seconds_and_a_message_a_day()
    {
        var anna = _rig.World.Join("Anna");
        var start = anna.Start();
        _ = anna.PressData(1, "x");

        _rig.Time.Advance(TimeSpan.FromSeconds(151));
        Assert.Equal([start], (await _rig.Bot.GetUpdates()).Select(u => u.Id));
        _rig.Time.Advance(TimeSpan.FromHours(24));
        Assert.Empty(await _rig.Bot.GetUpdates());
    }

    [Fact]
    public async Task A_confirmed_update_can_be_delivered_once_more()
    {
        var id = _rig.World.Join("Anna").Start();
        _ = await _rig.Bot.GetUpdates(id + 1);

        _rig.World.Redeliver(id);

        Assert.Equal([id], (await _rig.Bot.GetUpdates(id + 1)).Select(u => u.Id));
        Assert.Empty(await _rig.Bot.GetUpdates(id + 1));
    }

    [Fact]
    public async Task A_duplicate_has_the_same_content_under_the_next_id()
    {
        var id = _rig.World.Join("Anna").Start();
        var copy = _rig.World.Duplicate(id);

        var updates = await _rig.Bot.GetUpdates();

        Assert.Equal([id, id + 1], updates.Select(u => u.Id));
        Assert.Equal(id + 1, copy);
        Assert.Equal(updates[0].Message!.Id, updates[1].Message!.Id);
    }

    [Fact]
    public async Task A_poison_update_is_delivered_as_it_was_given()
    {
        var poison = new JsonObject { ["message"] = new JsonObject { ["forward_origin"] = new JsonObject { ["type"] = "새" } } };
        var id = _rig.World.Enqueue(poison);

        var (_, body) = await _rig.CallAsync("getUpdates", new { });

        Assert.Equal(
            $$$$"""[{"update_id":{{{{id}}}},"message":{"forward_origin":{"type":"새"}}}]""",
            body.GetProperty("result").GetRawText());
        _ = await Assert.ThrowsAsync<RequestException>(() => _rig.Bot.GetUpdates());
    }
}
