using System.Text.RegularExpressions;
using IntakeBot.Desk;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Desk;

/// <summary>From one shift to the next, and what two members have to agree to.</summary>
public sealed partial class HandOverTests : IAsyncLifetime
{
    private static readonly DeskWords Words = DeskWords.Of("en");

    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private readonly DeskCase _case;
    private DeskExchange _server = null!;

    public HandOverTests() => _case = new(_time);

    public async ValueTask InitializeAsync() => _server = await DeskExchange.StartAsync(_case.Keys, _time);

    public async ValueTask DisposeAsync()
    {
        await _case.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_shift_note_is_read_by_this_desk_and_by_no_other()
    {
        using var first = await _case.UnlockAsync(0);
        using var second = await _case.UnlockAsync(1);
        using var safeguarding = await _case.UnlockAsync(2);

        Assert.Equal("/handover", await first.PostAsync("/handover/note", ("text", "The line was down.\r\nCall <b>Kim</b> at nine.")));
        Assert.Contains("\nCall \\u{3C}b\\u{3E}Kim", first.Text, StringComparison.Ordinal);

        await UntilAsync(second, "/handover", "The line was down.");
        Assert.Contains("staff-1", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Kim", second.Html, StringComparison.Ordinal);
        for (var i = 0; i < 5; i++)
        {
            await RoundAsync();
        }

        _ = await safeguarding.GetAsync("/handover");
        Assert.DoesNotContain("The line was down.", safeguarding.Text, StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromDays(8));
        _ = await second.PostAsync("/unlock", ("passphrase", _case.Keys.Passphrase));
        _ = await second.GetAsync("/handover");
        Assert.DoesNotContain("The line was down.", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_U1_that_nobody_reads_for_half_an_hour_is_told_on_every_page_until_somebody_does()
    {
        await _server.AddUrgentAsync();
        var unlocked = _time.GetUtcNow();
        using var desk = await _case.UnlockAsync(0);
        await UntilAsync(desk, "/queue?level=U1", "class=\"level u1\"");
        var seen = _time.GetUtcNow();
        await PassAsync(desk, unlocked + UrgentWatch.Longest - TimeSpan.FromMinutes(2) - seen);
        Assert.DoesNotContain("role=\"alert\"", desk.Html, StringComparison.Ordinal);
        var before = await NewsAsync(desk);

        await PassAsync(desk, seen + UrgentWatch.Longest - _time.GetUtcNow());
        _ = await desk.GetAsync("/settings");
        Assert.Contains(Words.With(Phrase.AlarmUnread, 1), desk.Text, StringComparison.Ordinal);
        Assert.Equal(before + 1, await NewsAsync(desk));

        _ = await desk.GetAsync((await desk.CasesAsync("?level=U1")).Single());
        _ = await desk.GetAsync("/handover");
        Assert.DoesNotContain("role=\"alert\"", desk.Html, StringComparison.Ordinal);
        Assert.Equal(before + 1, await NewsAsync(desk));
    }

    [Fact]
    public async Task Outside_the_hours_nobody_is_alarmed()
    {
        await _server.AddUrgentAsync();
        using var desk = await _case.UnlockAsync(0);
        await UntilAsync(desk, "/queue?level=U1", "class=\"level u1\"");
        var rest = _time.GetUtcNow().AddHours(3);
        var shift = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{rest:ddd} {rest:HH:mm}-{rest.AddHours(1):HH:mm} staff-1");
        _ = await desk.PostAsync("/settings", ("language", "en"), ("theme", "Auto"), ("zone", "UTC"), ("shifts", shift), ("proxy", ""));

        await PassAsync(desk, TimeSpan.FromMinutes(40));

        Assert.DoesNotContain("role=\"alert\"", desk.Html, StringComparison.Ordinal);
    }

    /// <summary>One who reads all there is, is stopped; a colleague who was asked lets her go on.</summary>
    [Fact]
    public async Task Beyond_fifty_openings_in_five_minutes_a_second_member_has_to_agree()
    {
        await _server.AddAsync(OpeningLimit.Most);
        using var first = await _case.UnlockAsync(0);
        using var second = await _case.UnlockAsync(1);
        for (var tries = 0; (await first.CasesAsync()).Count + (await first.CasesAsync("?page=2")).Count <= OpeningLimit.Most; tries++)
        {
            Assert.True(tries < 200, "fifty-one cases are not there");
            await Task.Delay(100);
        }

        string[] paths = [.. await first.CasesAsync(), .. await first.CasesAsync("?page=2")];
        foreach (var path in paths[..OpeningLimit.Most])
        {
            Assert.Equal(path, await first.GetAsync(path));
        }

        Assert.Equal("/second?what=Openings", await first.GetAsync(paths[^1]));
        Assert.Equal(paths[0], await first.GetAsync(paths[0]));
        _ = await first.PostAsync("/second", ("what", "Openings"));
        Assert.DoesNotContain("value=\"yes\"", first.Html, StringComparison.Ordinal);
        await UntilAsync(second, "/handover", "asks (");
        var wish = Decision().Match(second.Html).Groups[1].Value;
        _ = await first.PostAsync(wish, ("yes", "yes"));
        Assert.Equal("/second?what=Openings", await first.GetAsync(paths[^1]));

        _ = await second.PostAsync(wish, ("yes", "yes"));

        for (var tries = 0; await first.GetAsync(paths[^1]) != paths[^1]; tries++)
        {
            Assert.True(tries < 50, "not opened after the colleague agreed");
            await RoundAsync();
        }
    }

    private static async Task<int> NewsAsync(DeskClient desk)
    {
        _ = await desk.GetAsync("/pulse");
        return int.Parse(desk.Text.Split('.')[2], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Somebody is at the desk all the time.</summary>
    private async Task PassAsync(DeskClient desk, TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromMinutes(1))
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            _ = await desk.GetAsync("/queue");
            await Task.Delay(20);
        }
    }

    private async Task RoundAsync()
    {
        _time.Advance(TimeSpan.FromSeconds(20));
        await Task.Delay(100);
    }

    private async Task UntilAsync(DeskClient desk, string path, string words)
    {
        for (var tries = 0; ; tries++)
        {
            _ = await desk.GetAsync(path);
            if (desk.Text.Contains(words, StringComparison.Ordinal) || desk.Html.Contains(words, StringComparison.Ordinal))
            {
                return;
            }

            Assert.True(tries < 60, $"'{words}' is not there within sixty rounds");
            await RoundAsync();
        }
    }

    [GeneratedRegex("action=\"/[^/]+(/second/[0-9a-f]{16})\"")]
    private static partial Regex Decision();
}
