using IntakeBot.Core.Hotline;
using IntakeBot.Messenger;

namespace IntakeBot.Tests.Messenger;

/// <summary>What one chat's line promises, whatever comes in between.</summary>
public sealed class WeatherLineTests : IDisposable
{
    private readonly ChatLine _line;
    private readonly TaskCompletionSource _pump = new();
    private int _pumps;

    public WeatherLineTests() => _line = new(_ =>
    {
        _pumps++;
        return _pump.Task;
    });

    public void Dispose() => _line.Dispose();

    [Fact]
    public void Hide_overtakes_what_was_taken_before_it_and_nothing_else()
    {
        _ = _line.Add(new() { Drawing = Drawn("a question") }, 0, 1);
        var before = _line.Take()!;
        _ = _line.Add(new() { Drawing = Drawn("a cover"), Hides = true }, 0, 2);
        Assert.True(before.Overtaken.IsCancellationRequested);

        _line.PutBack(before);
        var cover = _line.Take()!;

        Assert.Equal(("a cover", true, false), (cover.Drawing!.Text, cover.Hides, cover.Overtaken.IsCancellationRequested));
    }

    [Fact]
    public void What_was_handled_for_a_press_before_Hide_draws_nothing_after_it()
    {
        var hides = _line.Hides;
        _ = _line.Add(new() { Drawing = Drawn("a cover"), Hides = true }, hides, 1);
        _ = _line.Add(new() { Drawing = Drawn("a question"), Callback = "1" }, hides, 2);

        var work = _line.Take()!;

        Assert.Equal("a cover", work.Drawing!.Text);
        Assert.Equal(["1"], work.Callbacks);
    }

    [Fact]
    public void Of_two_screens_the_pressed_one_stays_unless_the_press_draws_nothing_there()
    {
        _line.Sent(1);
        _ = _line.Add(new() { Drawing = Drawn("a question"), Pressed = 2 }, 0, 1);
        Assert.Equal(2, _line.Screen);
        Assert.Equal([1], _line.Take()!.Delete);

        // Her second press was on its way to the one that goes.
        _ = _line.Add(new() { Drawing = Drawn("the next"), Pressed = 1 }, 0, 2);
        Assert.Equal(2, _line.Screen);
        Assert.Equal([1], _line.Take()!.Delete);

        _ = _line.Add(new() { Pressed = 3 }, 0, 2);
        Assert.Equal(2, _line.Screen);
        Assert.Equal([3], _line.Take()!.Delete);
    }

    [Fact]
    public void A_press_on_the_screen_that_start_replaces_is_drawn_on_the_new_one()
    {
        _line.Sent(1);
        _ = _line.Add(new() { Drawing = Drawn("safe now?"), Fresh = true, Delete = 7 }, 0, 1);
        _ = _line.Add(new() { Drawing = Drawn("a question"), Pressed = 1 }, 0, 2);

        var work = _line.Take()!;

        Assert.Null(_line.Screen);
        Assert.Equal("a question", work.Drawing!.Text);
        Assert.Equal([1, 7], work.Delete.Distinct());
    }

    [Fact]
    public void A_message_sent_while_another_became_the_screen_is_deleted()
    {
        _ = _line.Add(new() { Drawing = Drawn("a question"), Pressed = 5 }, 0, 1);
        _ = _line.Take();
        _line.Sent(6);

        Assert.Equal(5, _line.Screen);
        Assert.Equal([6], _line.Take()!.Delete);
    }

    [Fact]
    public async Task A_cover_drawn_while_an_older_call_is_under_way_is_drawn_again_after_it()
    {
        var call = new TaskCompletionSource();
        _line.Cut(call.Task);
        Assert.True(_line.IsUnsure);
        _line.Mend(Drawn("a cover"));
        Assert.Null(_line.Take());

        call.SetException(new InvalidOperationException());
        await WaitAsync(() => !_line.IsUnsure);

        var again = _line.Take()!;
        Assert.Equal(("a cover", true), (again.Drawing!.Text, again.Hides));
    }

    [Fact]
    public void A_line_is_forgotten_only_when_idle_and_takes_nothing_afterwards()
    {
        _ = _line.Add(new() { Drawing = Drawn("a question") }, 0, now: 1);
        Assert.False(_line.TryRetire(usedBefore: 100));
        _ = _line.Take();
        Assert.Null(_line.Take());
        Assert.False(_line.TryRetire(usedBefore: 1));

        Assert.True(_line.TryRetire(usedBefore: 2));

        Assert.Null(_line.Add(new() { Drawing = Drawn("a question") }, 0, now: 3));
    }

    [Fact]
    public async Task A_delivery_of_nothing_is_done_at_once_and_the_next_starts_a_new_pump()
    {
        var done = _line.Add(new(), 0, 1)!;
        Assert.Null(_line.Take());
        Assert.False(await done);

        _ = _line.Add(new() { Delete = 7 }, 0, 2);
        Assert.Equal(2, _pumps);
    }

    [Fact]
    public async Task What_is_put_back_is_done_when_what_it_became_part_of_is_done()
    {
        var first = _line.Add(new() { Drawing = Drawn("one"), Callback = "1" }, 0, 1)!;
        var work = _line.Take()!;
        var second = _line.Add(new() { Drawing = Drawn("two"), Callback = "2" }, 0, 2)!;
        _line.PutBack(work);
        Assert.False(first.IsCompleted);

        var all = _line.Take()!;
        all.WasTooOld = true;
        all.Finish();

        Assert.Equal((true, true), (await first, await second));
        Assert.Equal("two", all.Drawing!.Text);
        Assert.Equal(["1", "2"], all.Callbacks);
    }

    [Fact]
    public async Task One_chat_is_handled_in_order_and_others_meanwhile()
    {
        var lanes = new Lanes();
        var (slow, order) = (new TaskCompletionSource<int>(), new List<string>());
        async Task<int> HandleAsync(string name, Task<int> work)
        {
            order.Add(name + " begins");
            var result = await work;
            order.Add(name + " ends");
            return result;
        }

        var first = lanes.Run(1, () => HandleAsync("first", slow.Task));
        var second = lanes.Run(1, () => HandleAsync("second", Task.FromResult(2)));
        for (var chat = 1000; chat < 2000; chat++)
        {
            Assert.True(lanes.Run(chat, () => Task.FromResult(0)).IsCompleted);
        }

        var third = lanes.Run(1, () => HandleAsync("third", Task.FromException<int>(new InvalidOperationException())));
        var other = lanes.Run(2, () => HandleAsync("other", Task.FromResult(4)));
        Assert.Equal(4, await other);
        Assert.False(second.IsCompleted);
        slow.SetResult(1);

        Assert.Equal((1, 2), (await first, await second));
        _ = await Assert.ThrowsAsync<InvalidOperationException>(() => third);
        Assert.Equal(5, await lanes.Run(1, () => HandleAsync("fifth", Task.FromResult(5))));
        Assert.Equal(
            ["first begins", "other begins", "other ends", "first ends", "second begins", "second ends", "third begins", "fifth begins", "fifth ends"],
            order);
    }

    private static Drawing Drawn(string text) => new(text, []);

    private static async Task WaitAsync(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Delay(1);
        }
    }
}
