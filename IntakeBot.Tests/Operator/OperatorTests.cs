using System.Text.RegularExpressions;
using IntakeBot.Core.Sealing;
using IntakeBot.Messenger;
using IntakeBot.Operator;
using IntakeBot.Tests.Cli;
using IntakeBot.Tests.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Operator;

/// <summary>What the operator's port tells, and what nobody can read from it. One class: the meters of a process are all heard together.</summary>
public sealed partial class OperatorTests : IAsyncLifetime
{
    /// <summary>Every metric and its labels. A new one has to be argued for in docs/decisions/0019-operator.md.</summary>
    private static readonly string[] Published =
    [
        "intakebot_calls_yesterday{outcome=away}", "intakebot_calls_yesterday{outcome=blocked}", "intakebot_calls_yesterday{outcome=done}",
        "intakebot_calls_yesterday{outcome=refused}", "intakebot_calls_yesterday{outcome=slow}",
        "intakebot_check{check=only-poller}", "intakebot_check{check=poll}", "intakebot_check{check=room}", "intakebot_check{check=roster}",
        "intakebot_check{check=store}", "intakebot_check{check=token}",
        "intakebot_clock_in_doubt{}", "intakebot_commit_seconds{}", "intakebot_covers_yesterday{}", "intakebot_data_bytes{}",
        "intakebot_desk_away_hours{desk=hotline}", "intakebot_desk_away_hours{desk=safeguarding}",
        "intakebot_disk_free_bytes{}", "intakebot_epoch_days_left{}", "intakebot_memory_bytes{}", "intakebot_poll_age_seconds{}",
        "intakebot_polls_total{outcome=away}", "intakebot_polls_total{outcome=conflict}", "intakebot_polls_total{outcome=good}",
        "intakebot_polls_total{outcome=refused}", "intakebot_polls_total{outcome=slow}",
        "intakebot_ready{}", "intakebot_roster_days_left{}", "intakebot_send_lag_seconds{}", "intakebot_updates_yesterday{}",
    ];

    private OperatorRig _rig = null!;

    public async ValueTask InitializeAsync() => _rig = await OperatorRig.StartAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task What_is_published_is_on_the_list_and_nothing_else()
    {
        await _rig.BeginAsync();

        var samples = await _rig.SamplesAsync();

        Assert.Equal(Published, samples.Select(NameOf).Order(StringComparer.Ordinal));
        Assert.DoesNotContain((await _rig.AskAsync(OperatorPaths.Metrics)).Text.Split('\n'), l => l.Contains("_bucket", StringComparison.Ordinal) || l.Contains("_count", StringComparison.Ordinal));
    }

    /// <summary>Somebody walks through her questions; the polls that she ends early and the screens that she gets must not be seen.</summary>
    [Fact]
    public async Task Thirty_presses_change_nothing_that_is_published()
    {
        await _rig.BeginAsync();
        var before = Steady(await _rig.SamplesAsync());
        var calls = _rig.Weather.World.Requests.Count("getUpdates");

        for (var i = 0; i < 15; i++)
        {
            await _rig.Weather.Person.TapAsync("Not now", "Back");
        }

        await _rig.Weather.CalmAsync();
        Assert.True(_rig.Weather.World.Requests.Count("getUpdates") - calls > 20);
        Assert.Equal(before, Steady(await _rig.SamplesAsync()));
        Assert.InRange(await GoodPollsAsync(), 0, 2);
    }

    [Fact]
    public async Task One_good_poll_in_a_minute_is_counted_whoever_pressed()
    {
        await _rig.BeginAsync();
        var first = await GoodPollsAsync();
        await _rig.Weather.PassAsync(OperatorRound.Period);
        Assert.Equal(first + 1, await GoodPollsAsync());

        await _rig.Weather.Person.TapAsync("Not now", "Back", "Not now", "Back");
        await _rig.Weather.PassAsync(OperatorRound.Period);

        Assert.Equal(first + 2, await GoodPollsAsync());
    }

    [Fact]
    public async Task One_screen_that_waits_is_not_told_and_twenty_are()
    {
        await _rig.BeginAsync();
        await _rig.Weather.CalmAsync();
        _rig.Weather.Weather.Fail("editMessageText", 1000, 500);
        _ = _rig.Weather.Person.Press("Not now");
        await WaitingAsync(1);
        await _rig.Weather.PassAsync(TimeSpan.FromSeconds(12));

        Assert.True(_rig.Weather.Hotline.Outbox.Waiting.Longest >= TimeSpan.FromSeconds(10));
        await _rig.Round.LookAsync();
        Assert.Equal(0, _rig.Round.Last!.SendLagSeconds);
        Assert.Equal(10, OperatorRound.SendLag([(15, TimeSpan.FromSeconds(3)), (5, TimeSpan.FromSeconds(12))]));
        Assert.Equal(0, OperatorRound.SendLag([(15, TimeSpan.FromSeconds(300)), (4, TimeSpan.FromSeconds(12))]));
    }

    [Fact]
    public async Task It_is_starting_then_ready()
    {
        Assert.Equal((503, "starting\n"), await _rig.AskAsync(OperatorPaths.Startup));
        Assert.Equal((503, "starting\n"), await _rig.AskAsync(OperatorPaths.Ready));
        Assert.Equal((200, "ok\n"), await _rig.AskAsync(OperatorPaths.Live));

        await _rig.BeginAsync();

        Assert.Equal((200, "ok\n"), await _rig.AskAsync(OperatorPaths.Startup));
        Assert.Equal((200, "ok\n"), await _rig.AskAsync(OperatorPaths.Ready));
    }

    [Theory]
    [InlineData("second-poller", "only-poller")]
    [InlineData("webhook", "only-poller")]
    [InlineData("revoked", "token")]
    public async Task Where_the_token_is_somebody_else_s_or_nobody_s_it_is_not_ready(string weather, string word)
    {
        await _rig.BeginAsync();
        _rig.Weather.Weather.Switch(weather, on: true);
        await _rig.Weather.UntilAsync("the refusal", () => _rig.Weather.State is not PollState.Polling);

        Assert.Equal((503, $"{word}\n"), await _rig.AskAsync(OperatorPaths.Ready));
        Assert.Equal((200, "ok\n"), await _rig.AskAsync(OperatorPaths.Live));
        Assert.Contains($"intakebot_check{{check=\"{word}\"}} 0", await _rig.SamplesAsync());
    }

    [Fact]
    public async Task Three_minutes_without_a_good_poll_are_told()
    {
        await _rig.BeginAsync();
        _rig.Weather.Weather.Switch("outage", on: true);
        await _rig.Weather.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(200, (await _rig.AskAsync(OperatorPaths.Ready)).Code);
        await _rig.Weather.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Equal((503, "poll\n"), await _rig.AskAsync(OperatorPaths.Ready));
        Assert.Contains(await _rig.SamplesAsync(), s => s is "intakebot_poll_age_seconds{} 180" or "intakebot_poll_age_seconds{} 240");
        _rig.Weather.Weather.Clear();
        await _rig.Weather.UntilAsync("a poll", () => _rig.Weather.State is PollState.Polling, stepMilliseconds: 1000);
        Assert.Equal(200, (await _rig.AskAsync(OperatorPaths.Ready)).Code);
    }

    [Fact]
    public async Task A_full_disk_and_a_roster_that_has_ended_are_told_together()
    {
        await _rig.BeginAsync();
        _rig.Weather.Hotline.FreeBytes = 1 << 20;
        await _rig.Roster.ReplaceAsync(_rig.Roster.Value with { NotAfter = RosterSetup.Today.Plus(-1) });

        Assert.Equal((503, "roster room\n"), await _rig.AskAsync(OperatorPaths.Ready));
        Assert.Contains("intakebot_disk_free_bytes{} 0", await _rig.SamplesAsync());
        Assert.Equal(-1, _rig.Round.Last!.RosterDaysLeft);
    }

    [Fact]
    public async Task A_folder_that_takes_no_page_is_told_and_so_is_that_it_takes_one_again()
    {
        await _rig.BeginAsync();
        var blocked = Path.Combine(_rig.Weather.Hotline.DataFolder, $"intakes.probe-{Environment.ProcessId}");
        _ = Directory.CreateDirectory(blocked);
        await _rig.Round.LookAsync();
        Assert.Equal((503, "store\n"), await _rig.AskAsync(OperatorPaths.Ready));

        Directory.Delete(blocked);
        await _rig.Round.LookAsync();
        Assert.Equal(200, (await _rig.AskAsync(OperatorPaths.Ready)).Code);
    }

    [Fact]
    public void Days_of_keys_are_those_of_the_member_with_the_fewest()
    {
        var (roster, today) = (_rig.Roster.Value, RosterSetup.Today);
        Assert.Equal(roster.Epochs.LastDayOf(4).Number - today.Number, OperatorRound.EpochDaysLeft(roster, today));

        var without = roster with { Members = [roster.Members[0], roster.Members[1] with { EpochKeys = new Dictionary<uint, RecipientKey>() }] };
        Assert.Equal(0, OperatorRound.EpochDaysLeft(without, today));
    }

    [Fact]
    public async Task A_desk_that_was_away_for_half_a_day_is_told_and_its_return_at_the_next_hour()
    {
        await _rig.BeginAsync();
        _rig.Weather.Time.Advance(TimeSpan.FromHours(12));
        await _rig.Round.LookAsync();
        Assert.Equal(12, _rig.Round.Last!.DeskAwayHours["hotline"]);

        _rig.Parts.Desks.Take(_rig.Roster.Value.Members[0].SigningKey);
        _rig.Weather.Time.Advance(TimeSpan.FromMinutes(1));
        await _rig.Round.LookAsync();
        Assert.Equal(12, _rig.Round.Last!.DeskAwayHours["hotline"]);

        _rig.Weather.Time.Advance(TimeSpan.FromHours(1));
        await _rig.Round.LookAsync();
        Assert.Equal((0, 12), (_rig.Round.Last!.DeskAwayHours["hotline"], _rig.Round.Last!.DeskAwayHours["safeguarding"]));
    }

    [Fact]
    public async Task The_verb_ends_with_what_the_server_says()
    {
        var address = _rig.Address.ToString();
        var starting = await CliRun.Of("health", "--address", address);
        var lives = await CliRun.Of("health", "--address", address, "--live");
        await _rig.BeginAsync();
        var ready = await CliRun.Of("health", "--address", address);
        var nobody = await CliRun.Of("health", "--address", "http://127.0.0.1:1");
        var wrong = await CliRun.Of("health", "--address", "127.0.0.1");

        Assert.Equal([(1, "starting\n"), (0, "ok\n"), (0, "ok\n"), (1, ""), (2, "")], new[] { starting, lives, ready, nobody, wrong }.Select(r => (r.Code, r.Data)));
        Assert.Contains("nobody answers there", nobody.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/v1/roster")]
    [InlineData("/health")]
    public async Task Nothing_else_is_answered(string path) => Assert.Equal(404, (await _rig.AskAsync(path)).Code);

    /// <summary>Without what the machine does by itself: its memory, and the clock that counts one poll a minute.</summary>
    private static IEnumerable<string> Steady(IEnumerable<string> samples) =>
        samples.Where(s => !s.StartsWith("intakebot_memory_bytes", StringComparison.Ordinal) && !s.StartsWith("intakebot_polls_total{outcome=\"good\"}", StringComparison.Ordinal));

    private static string NameOf(string sample) => Sample().Match(sample) is { Success: true } m ? m.Groups["name"].Value.Replace("\"", "", StringComparison.Ordinal) : sample;

    [GeneratedRegex(@"^(?<name>[a-z_]+\{[^}]*\}) -?[0-9.e+]+$", RegexOptions.IgnoreCase)]
    private static partial Regex Sample();

    private async Task<long> GoodPollsAsync()
    {
        await _rig.Round.LookAsync();
        return _rig.Round.Last!.Polls[PollOutcome.Good];
    }

    private Task WaitingAsync(int chats) => Journeys.WeatherRig.NowAsync("a screen that waits", () => _rig.Weather.Hotline.Outbox.Waiting.Chats >= chats);
}
