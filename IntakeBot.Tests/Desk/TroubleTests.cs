using System.Text.RegularExpressions;
using IntakeBot.Core.Sealing;
using IntakeBot.Desk;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Desk;

/// <summary>A desk that was unlocked says what is wrong with the server, each trouble in its own sentence, and goes on with what it has.</summary>
public sealed partial class TroubleTests : IAsyncLifetime
{
    private const string ClockOff = "The server lets nobody in, and your clock is about ";

    private static readonly DeskWords Words = DeskWords.Of("en");

    /// <summary>The desk's; the server lives in the real time, as the date of what it refuses does.</summary>
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private readonly DeskCase _case;
    private DeskExchange _server = null!;
    private DeskClient _desk = null!;

    public TroubleTests() => _case = new(_time);

    public async ValueTask InitializeAsync()
    {
        _server = await DeskExchange.StartAsync(_case.Keys, TimeProvider.System);
        _desk = await _case.UnlockAsync(1);
        await UntilAsync(null);
        _ = Assert.Single(await _desk.CasesAsync());
    }

    public async ValueTask DisposeAsync()
    {
        _desk.Dispose();
        await _case.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_server_that_is_away()
    {
        await _server.StopAsync();
        await UntilAsync(Words[Phrase.TroubleAway]);

        await _server.StartAsync();
        await UntilAsync(null);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(-10)]
    public async Task A_clock_that_is_ten_minutes_off(int minutes)
    {
        _time.AdjustTime(_time.GetUtcNow() + TimeSpan.FromMinutes(minutes));
        await UntilAsync(ClockOff);
        Assert.Matches(TenMinutes(), _desk.Text);

        _time.AdjustTime(TimeProvider.System.GetUtcNow());
        await UntilAsync(null);
    }

    [Fact]
    public async Task A_member_who_was_removed()
    {
        var before = _server.Roster;
        _server.Change(roster => Assert.True(roster.Remove("staff-2", Day.Today(_time))));
        await UntilAsync(Words[Phrase.TroubleRemoved]);

        _server.Roster = before;
        await UntilAsync(null);
    }

    [Fact]
    public async Task Another_key_than_the_roster_names()
    {
        using var other = SigningKey.Draw();
        await _server.StopAsync();
        await _server.StartAsync(other);
        await UntilAsync(Words[Phrase.TroubleStranger]);

        await _server.StopAsync();
        await _server.StartAsync();
        await UntilAsync(null);
    }

    [Theory]
    [InlineData("/v1/rows/hot")]
    [InlineData("/v1")]
    public async Task A_newer_format_of_rows_and_of_everything(string path)
    {
        _server.Newer = path;
        await UntilAsync(Words[Phrase.TroubleNewer]);

        _server.Newer = null;
        await UntilAsync(null);
    }

    /// <summary>Rounds go by until the queue says this, or nothing is wrong; her case is there all the time.</summary>
    private async Task UntilAsync(string? trouble)
    {
        var all = new[] { Phrase.TroubleAway, Phrase.TroubleRemoved, Phrase.TroubleStranger, Phrase.TroubleNewer, Phrase.TroubleRefused, Phrase.TroubleDisk, Phrase.NewRoster };
        string[] sentences = [.. all.Select(p => Words[p]), ClockOff];
        for (var tries = 0; ; tries++)
        {
            Assert.True(tries < 400, $"Waited in vain for '{trouble}'; the desk says: {_desk.Text}");
            if (tries % 40 == 39)
            {
                _time.Advance(TimeSpan.FromSeconds(20));
            }

            await Task.Delay(20);
            var cases = await _desk.CasesAsync();
            string[] said = [.. sentences.Where(s => _desk.Text.Contains(s, StringComparison.Ordinal))];
            if (cases.Count == 1 && said.SequenceEqual(trouble is null ? [] : [trouble]) && (trouble is not null || await IsDoneAsync()))
            {
                return;
            }

            Assert.True(cases.Count == 1 || trouble is null, "The case that was here is gone.");
        }
    }

    /// <summary>The last round ended well.</summary>
    private async Task<bool> IsDoneAsync()
    {
        using var pulse = await _desk.SendAsync("GET", "/pulse");
        return (await pulse.Content.ReadAsStringAsync()).Split('.')[1] == "1";
    }

    [GeneratedRegex("about (9|10|11) minutes off")]
    private static partial Regex TenMinutes();
}
