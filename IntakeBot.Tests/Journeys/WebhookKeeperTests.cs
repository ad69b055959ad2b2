using IntakeBot.Cli;
using IntakeBot.Messenger;
using IntakeBot.Tests.Exchange;
using IntakeBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Journeys;

/// <summary>What the server notices of its webhook when nothing comes in, in a time that stands still until a test lets it pass.</summary>
public sealed class WebhookKeeperTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private TestHotline _hotline = null!;

    public async ValueTask InitializeAsync()
    {
        _hotline = await TestHotline.StartAsync(time: _time, webhook: new() { Address = FreePort.Address() });
        await UntilAsync(PollState.Polling, step: TimeSpan.Zero);
    }

    public ValueTask DisposeAsync() => _hotline.DisposeAsync();

    [Fact]
    public async Task A_stranger_s_webhook_is_an_alarm_and_ours_is_set_again()
    {
        _hotline.World.Bot.WebhookUrl = "https://stranger.example/";

        await UntilAsync(PollState.TokenUsedElsewhere);

        Assert.Contains(_hotline.Log.Lines, l => l.Contains("Somebody took the bot's webhook away or set another", StringComparison.Ordinal));
        Assert.DoesNotContain(_hotline.Log.Lines, l => l.Contains("stranger", StringComparison.Ordinal));
        Assert.Equal(new Uri(_hotline.Webhook!.Address, "/hook/1").AbsoluteUri, _hotline.World.Bot.WebhookUrl);
        Assert.Equal(2, _hotline.World.Requests.Count("setWebhook"));
        await UntilAsync(PollState.Polling);
    }

    [Fact]
    public async Task A_webhook_that_was_taken_away_is_an_alarm()
    {
        _hotline.World.Bot.WebhookUrl = "";

        await UntilAsync(PollState.TokenUsedElsewhere);
        await UntilAsync(PollState.Polling);
    }

    [Fact]
    public async Task What_Telegram_cannot_bring_is_told_and_what_waited_long_is_behind_the_safe_question()
    {
        _time.Advance(TimeSpan.FromSeconds(5));
        _hotline.World.Bot.Webhook.Set($"http://127.0.0.1:{SmallServer.FreePort()}/", secret: null);
        var person = _hotline.World.Join("Test");
        person.Start();
        await UntilAsync(PollState.Undelivered);
        Assert.Contains(_hotline.Log.Lines, l => l.Contains("Telegram does not come through to the webhook", StringComparison.Ordinal));
        Assert.DoesNotContain(person.Screen, m => !m.FromPerson);

        _hotline.World.Bot.Webhook.Set(_hotline.World.Bot.WebhookUrl, _hotline.Line.Door!.Secret);
        await UntilAsync(PollState.Polling);
        await person.SeeAsync("English");
        // Told to be handled when the answer is there, which may be a moment after the screen.
        await UntilAsync(() => _hotline.World.Bot.PendingUpdates == 0, step: TimeSpan.Zero);
    }

    [Fact]
    public async Task Long_without_a_look_counts_as_no_good_poll()
    {
        var before = _hotline.Health.LastGood;
        await UntilAsync(() => _hotline.Health.LastGood > before, TimeSpan.FromSeconds(5));
        Assert.Equal(0, _hotline.World.Requests.Count("getUpdates"));
    }

    private Task UntilAsync(PollState state, TimeSpan? step = null) => UntilAsync(() => _hotline.Health.State == state, step ?? TimeSpan.FromSeconds(5));

    private async Task UntilAsync(Func<bool> holds, TimeSpan step)
    {
        using var deadline = new CancellationTokenSource(Taps.Patience);
        while (!holds())
        {
            Assert.False(deadline.IsCancellationRequested, $"{_hotline.Health.State}: {string.Join('\n', _hotline.Log.Lines.TakeLast(5))}");
            _time.Advance(step);
            await Task.Delay(20);
        }
    }
}
