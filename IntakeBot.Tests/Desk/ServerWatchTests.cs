using IntakeBot.Core.Sealing;
using IntakeBot.Desk;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Desk;

/// <summary>A roster that changes while a desk is open.</summary>
public sealed class ServerWatchTests : IAsyncLifetime
{
    private static readonly DeskWords Words = DeskWords.Of("en");

    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private readonly DeskCase _case;
    private DeskExchange _server = null!;
    private DeskClient _desk = null!;

    public ServerWatchTests() => _case = new(_time);

    public async ValueTask InitializeAsync()
    {
        _server = await DeskExchange.StartAsync(_case.Keys, _time);
        _desk = await _case.UnlockAsync(0);
        await UntilAsync(async () => (await _desk.CasesAsync()).Count == 1);
    }

    public async ValueTask DisposeAsync()
    {
        _desk.Dispose();
        await _case.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_newer_roster_is_told_within_the_half_hour_and_counts_from_the_next_unlocking_on()
    {
        var serial = await SerialAsync();
        await PassAsync(TimeSpan.FromMinutes(32));
        Assert.False(await IsToldAsync());
        _server.Change(roster => Assert.True(roster.Remove("staff-2", Day.Today(_time))));
        await PassAsync(TimeSpan.FromMinutes(31));

        await UntilAsync(IsToldAsync);
        Assert.Equal(serial, await SerialAsync());

        _ = await _desk.PostAsync("/lock");
        Assert.Equal("/queue", await _desk.PostAsync("/unlock", ("passphrase", _case.Keys.Passphrase)));
        Assert.Equal(serial + 1, await SerialAsync());
        await UntilAsync(async () => (await _desk.CasesAsync()).Count == 1);
        Assert.False(await IsToldAsync());
    }

    private async Task<bool> IsToldAsync()
    {
        _ = await _desk.GetAsync("/queue");
        return _desk.Text.Contains(Words[Phrase.NewRoster], StringComparison.Ordinal);
    }

    /// <summary>Of the roster that counts, as the settings show it.</summary>
    private async Task<uint> SerialAsync()
    {
        _ = await _desk.GetAsync("/settings");
        var roster = RosterFolder.Read(Path.Combine(_case.FolderOf(0), "config"), Path.Combine(_case.FolderOf(0), "data"), Day.Today(_time)).Roster!;
        return Enumerable.Range(1, 9).Select(s => (uint)s).Single(s => _desk.Text.Contains(Words.With(Phrase.FactRosterValue, s, roster.NotAfter), StringComparison.Ordinal));
    }

    /// <summary>Somebody is at the desk all the time.</summary>
    private async Task PassAsync(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromMinutes(1))
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            _ = await _desk.GetAsync("/queue");

            // What is asked meanwhile must be answered before its signature is too old.
            await Task.Delay(25);
        }
    }

    private async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var tries = 0; !await isSo(); tries++)
        {
            Assert.True(tries < 300, $"Waited in vain; the desk says: {_desk.Text}");
            await Task.Delay(20);
            if (tries % 8 == 7)
            {
                _time.Advance(TimeSpan.FromMinutes(1));
            }
        }
    }
}
