using IntakeBot.Desk;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Desk;

public sealed class LockTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private readonly DeskCase _case;
    private DeskClient _client = null!;

    public LockTests() => _case = new(_time);

    public async ValueTask InitializeAsync() => _client = await _case.EnterAsync(0);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _case.DisposeAsync();
    }

    [Fact]
    public async Task A_locked_desk_shows_nothing_but_the_passphrase()
    {
        foreach (var path in new[] { "/queue", "/case/AAAAAAAAAAA", "/settings", "/watch", "/help", "/case/AAAAAAAAAAA/reply" })
        {
            Assert.Equal("/unlock", await _client.GetAsync(path));
        }

        Assert.Equal("locked", await PulseAsync());
    }

    [Fact]
    public async Task The_third_wrong_passphrase_in_a_row_makes_the_next_wait_and_longer_each_time()
    {
        for (var wrong = 0; wrong < 3; wrong++)
        {
            _ = await TryAsync("wrong");
            Assert.Contains("It does not open", _client.Text, StringComparison.Ordinal);
        }

        _ = await TryAsync(_case.Keys.Passphrase);
        Assert.Contains("Wait 2 seconds", _client.Text, StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromSeconds(2));
        _ = await TryAsync("wrong");
        _ = await TryAsync(_case.Keys.Passphrase);
        Assert.Contains("Wait 4 seconds", _client.Text, StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal("/queue", await TryAsync(_case.Keys.Passphrase));
    }

    [Fact]
    public async Task Ten_idle_minutes_lock_it_and_asking_by_itself_is_no_work()
    {
        _ = await TryAsync(_case.Keys.Passphrase);
        await PassAsync(DeskDoor.Idle - TimeSpan.FromSeconds(10));
        Assert.NotEqual("locked", await PulseAsync());
        await PassAsync(TimeSpan.FromSeconds(15));

        Assert.Equal("locked", await PulseAsync());
        Assert.Equal("/unlock", await _client.GetAsync("/queue"));
        Assert.Equal(TimeSpan.FromMinutes(10), DeskDoor.Idle);
    }

    [Fact]
    public async Task Who_types_or_clicks_is_not_locked_out_until_half_a_day_is_over()
    {
        _ = await TryAsync(_case.Keys.Passphrase);
        for (var passed = TimeSpan.Zero; passed < DeskDoor.Longest - TimeSpan.FromMinutes(10); passed += TimeSpan.FromMinutes(9))
        {
            await PassAsync(TimeSpan.FromMinutes(9), turns: 1);
            Assert.NotEqual("locked", await PulseAsync(active: true));
        }

        await PassAsync(TimeSpan.FromMinutes(9.5));
        Assert.Equal("locked", await PulseAsync(active: true));
    }

    [Fact]
    public async Task The_lock_button_locks_at_once_and_has_the_browser_forget()
    {
        _ = await TryAsync(_case.Keys.Passphrase);
        using var answer = await _client.SendAsync("POST", "/lock", new StringContent(""));

        Assert.Equal($"{_client.Root}/unlock", answer.Headers.Location?.ToString());
        Assert.Equal("\"cache\", \"storage\"", Assert.Single(answer.Headers.GetValues("Clear-Site-Data")));
        Assert.Equal("/unlock", await _client.GetAsync("/queue"));
        Assert.Equal("/queue", await TryAsync(_case.Keys.Passphrase));
    }

    [Fact]
    public async Task Watching_shows_numbers_beyond_ten_minutes_and_asks_for_the_passphrase_for_the_rest()
    {
        _ = await TryAsync(_case.Keys.Passphrase);
        Assert.Equal("/watch", await _client.PostAsync("/watch"));
        await PassAsync(DeskDoor.Idle + DeskDoor.Idle);

        Assert.Equal("/watch", await _client.GetAsync("/watch"));
        Assert.Contains("U1", _client.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("staff-1", _client.Html, StringComparison.Ordinal);
        Assert.Equal("/unlock", await _client.GetAsync("/queue"));
        _ = await TryAsync("wrong");
        Assert.Equal("/unlock", await _client.GetAsync("/queue"));
        Assert.Equal("/queue", await TryAsync(_case.Keys.Passphrase));
        await PassAsync(DeskDoor.Longest);
        Assert.Equal("locked", await PulseAsync());
    }

    [Fact]
    public async Task A_second_desk_in_the_same_folder_is_refused_with_a_sentence()
    {
        _ = await TryAsync(_case.Keys.Passphrase);
        using var second = await _case.EnterAsync(0);
        _ = await second.PostAsync("/unlock", ("passphrase", _case.Keys.Passphrase));

        Assert.Contains("another desk uses this folder", second.Text, StringComparison.Ordinal);
    }

    private Task<string> TryAsync(string passphrase) => _client.PostAsync("/unlock", ("passphrase", passphrase));

    private async Task<string> PulseAsync(bool active = false)
    {
        using var answer = await _client.SendAsync("GET", active ? "/pulse?active=1" : "/pulse");
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>The clock goes on, and the watch that looks at it every few seconds comes to its turn.</summary>
    private async Task PassAsync(TimeSpan time, int turns = 5)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromSeconds(30))
        {
            _time.Advance(TimeSpan.FromSeconds(Math.Min(30, (time - passed).TotalSeconds)));
            await Task.Yield();
        }

        for (var turn = 0; turn < turns; turn++)
        {
            await Task.Delay(20);
        }
    }
}
