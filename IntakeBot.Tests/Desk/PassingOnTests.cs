using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;
using IntakeBot.Desk;
using IntakeBot.Tests.Cli;
using Moq;

namespace IntakeBot.Tests.Desk;

/// <summary>What cannot be given, and a desk that is locked meanwhile.</summary>
public sealed class PassingOnTests : IAsyncLifetime
{
    private readonly DeskCase _case = new();
    private readonly Mock<IRowSource> _rows = new();
    private readonly Dictionary<Place, (ColdRow, HotRow)> _stored = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Day _today = Day.Today(TimeProvider.System);
    private bool _isOutdated;
    private DeskExchange _server = null!;
    private Membership _membership = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await DeskExchange.StartAsync(_case.Keys, TimeProvider.System);
        _ = _case.Join(_server, "late", from: 1);
        _ = _case.Join(_server, "carol");
        var identity = IdentityFile.Read(_case.Keys.Members[0].IdentityFile, _case.Keys.Passphrase, [])!;
        _membership = Membership.Read(identity, _case.Keys.ConfigFolder, _case.Keys.DataFolder, _today, [])!;
        _ = _rows.Setup(r => r.FindAsync(It.IsAny<Place>(), It.IsAny<CancellationToken>())).ReturnsAsync((Place place, CancellationToken _) => Row(place));
        _ = _rows.Setup(r => r.ReplaceStanzaAsync(It.IsAny<ColdRow>(), It.IsAny<byte>(), It.IsAny<Resealed>(), It.IsAny<CancellationToken>())).ReturnsAsync(true);
    }

    public async ValueTask DisposeAsync()
    {
        _membership.Dispose();
        _stop.Dispose();
        await _server.DisposeAsync();
        await _case.DisposeAsync();
    }

    [Fact]
    public async Task What_she_had_from_the_beginning_what_is_gone_and_what_the_server_does_not_take_is_counted_apart()
    {
        var later = Add(_today.Plus(28));
        var given = Add(_today);
        var refused = Add(_today);
        var gone = Add(_today);
        _ = _stored.Remove(gone);
        _ = _rows.Setup(r => r.ReplaceStanzaAsync(It.Is<ColdRow>(c => c.Place == refused), It.IsAny<byte>(), It.IsAny<Resealed>(), It.IsAny<CancellationToken>())).ReturnsAsync((bool?)null);

        var state = await RunAsync("carol", later, given, refused, gone);

        Assert.Equal((4, 1, 1, 1, 1, 0, false), (state.Done, state.Had, state.Given, state.Failed, state.Gone, state.Keyless, state.IsRunning));
        _rows.Verify(r => r.ReplaceStanzaAsync(It.Is<ColdRow>(c => c.Place == later), It.IsAny<byte>(), It.IsAny<Resealed>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public async Task Where_she_states_no_key_for_the_time_it_came_in_it_is_told_and_nothing_asked()
    {
        var state = await RunAsync("late", Add(_today), Add(_today));

        Assert.Equal((2, 2), (state.Keyless, state.Total));
        _rows.Verify(r => r.ReplaceStanzaAsync(It.IsAny<ColdRow>(), It.IsAny<byte>(), It.IsAny<Resealed>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public async Task Where_the_server_goes_away_in_the_middle_the_rest_is_not_tried()
    {
        Place[] places = [Add(_today), Add(_today), Add(_today)];
        _ = _rows.Setup(r => r.ReplaceStanzaAsync(It.Is<ColdRow>(c => c.Place == places[1]), It.IsAny<byte>(), It.IsAny<Resealed>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new HttpRequestException("away"));

        var state = await RunAsync("carol", places);

        Assert.Equal((1, 2, false), (state.Given, state.Failed, state.IsRunning));
        Asked(places[2], Times.Never());
    }

    [Fact]
    public async Task Where_a_newer_roster_has_come_nothing_is_given_by_the_old_one()
    {
        _isOutdated = true;
        var place = Add(_today);

        var state = await RunAsync("carol", place);

        Assert.Equal((0, true, false), (state.Done, state.IsOutdated, state.IsRunning));
        Asked(place, Times.Never());
    }

    [Fact]
    public async Task Pressed_again_it_asks_only_for_what_is_left()
    {
        Place[] places = [Add(_today), Add(_today)];
        var refusals = 1;
        _ = _rows.Setup(r => r.ReplaceStanzaAsync(It.Is<ColdRow>(c => c.Place == places[0]), It.IsAny<byte>(), It.IsAny<Resealed>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => refusals-- > 0 ? null : true);
        var passing = Passing(places);

        _ = await RunAsync(passing, "carol");
        var state = await RunAsync(passing, "carol");

        Assert.Equal((2, 0), (state.Given, state.Failed));
        Asked(places[0], Times.Exactly(2));
        Asked(places[1], Times.Once());
    }

    /// <summary>What came in before she did opens for nobody any more.</summary>
    [Fact]
    public void It_is_offered_as_long_as_there_can_be_something_to_give()
    {
        var carol = _membership.Roster.Members.Single(m => m.Pseudonym == "carol");

        Assert.True(Passing().IsFor(carol, _today));
        Assert.False(Passing().IsFor(carol, _today.Plus(28 + 32 + 1)));
    }

    [Fact]
    public async Task It_stops_when_the_desk_is_locked_and_one_runs_at_a_time()
    {
        Place[] places = [Add(_today), Add(_today)];
        var asked = new TaskCompletionSource();
        _ = _rows.Setup(r => r.ReplaceStanzaAsync(It.IsAny<ColdRow>(), It.IsAny<byte>(), It.IsAny<Resealed>(), It.IsAny<CancellationToken>()))
            .Returns(async (ColdRow _, byte _, Resealed _, CancellationToken stop) =>
            {
                _ = asked.TrySetResult();
                await Task.Delay(Timeout.Infinite, stop);
                return true;
            });
        var passing = Passing(places);
        Assert.True(passing.TryStart("carol"));
        await asked.Task;
        Assert.False(passing.TryStart("carol"));

        await _stop.CancelAsync();
        await passing.Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

        Assert.Equal((0, false), (passing.State!.Done, passing.State.IsRunning));
        Assert.False(passing.TryStart("carol"));
    }

    private Place Add(Day day)
    {
        using var intake = new NumberedIntake(_case.Keys, day, hasNumber: false);
        _stored[intake.Place] = (intake.Cold, intake.Hot);
        return intake.Place;
    }

    private (ColdRow?, HotRow?) Row(Place place) => _stored.TryGetValue(place, out var row) ? row : default;

    private PassingOn Passing(params Place[] places) => new(_membership, _rows.Object, () => places, () => Task.FromResult(_isOutdated), TimeProvider.System, _stop.Token);

    private Task<PassingState> RunAsync(string pseudonym, params Place[] places) => RunAsync(Passing(places), pseudonym);

    private static async Task<PassingState> RunAsync(PassingOn passing, string pseudonym)
    {
        Assert.True(passing.TryStart(pseudonym));
        await passing.Running;
        return passing.State!;
    }

    private void Asked(Place place, Times times) =>
        _rows.Verify(r => r.ReplaceStanzaAsync(It.Is<ColdRow>(c => c.Place == place), It.IsAny<byte>(), It.IsAny<Resealed>(), It.IsAny<CancellationToken>()), times);
}
