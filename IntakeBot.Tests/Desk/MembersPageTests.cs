using IntakeBot.Core.Sealing;
using IntakeBot.Desk;
using Microsoft.Extensions.Time.Testing;

namespace IntakeBot.Tests.Desk;

/// <summary>Who is in the roster, and the cases of before for who came lately, against a server.</summary>
public sealed class MembersPageTests : IAsyncLifetime
{
    private const int People = 30;

    private static readonly DeskWords Words = DeskWords.Of("en");

    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private readonly DeskCase _case;
    private DeskExchange _server = null!;

    public MembersPageTests() => _case = new(_time);

    public async ValueTask InitializeAsync() => _server = await DeskExchange.StartAsync(_case.Keys, _time);

    public async ValueTask DisposeAsync()
    {
        await _case.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Everybody_of_the_roster_is_there_with_the_digits_to_compare_and_who_has_to_renew()
    {
        _ = _case.Join(_server, "carol", epochs: Roster.EpochsAhead);
        _ = _case.Join(_server, "aude", "auditor", "safeguarding");
        using var desk = await _case.UnlockAsync(1);

        Assert.Equal("/members", await desk.GetAsync("/members"));

        var lines = desk.Html.Split("<tr>")[2..];
        Assert.Equal(["staff-1", "staff-2", "carol", "staff-3", "staff-4", "aude"], lines.Select(l => l.Split("scope=\"row\">")[1].Trim().Split(['\n', ' ', '<'])[0]));
        Assert.All(_server.Roster.Members, m => Assert.Contains(Fingerprint.Of(m.SigningKey), desk.Text, StringComparison.Ordinal));
        Assert.Equal([false, true, false, false, false, false], lines.Select(l => l.Contains($">{Words[Phrase.You]}<", StringComparison.Ordinal)));
        Assert.Equal([false, false, true, false, false, false], lines.Select(l => l.Contains(Words[Phrase.KeysEnding], StringComparison.Ordinal)));
        Assert.Equal([true, false, true, false, false, false], lines.Select(l => l.Contains("<button", StringComparison.Ordinal)));
        var last = EpochCalendar.Default.LastDayOf(EpochCalendar.Default.EpochOf(Day.Today(_time)) + Roster.EpochsAhead - 1);
        Assert.Contains(Words.With(Phrase.KeysUntil, last), lines[2], StringComparison.Ordinal);
        Assert.Contains(Words[Phrase.KeysNoneNeeded], lines[5], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_came_lately_opens_all_that_came_before_once_a_colleague_gives_it_to_her()
    {
        await _server.AddAsync(People - 1);
        var carol = _case.Join(_server, "carol");
        using var own = await _case.UnlockAsync(carol);
        await UntilAsync(own, "/queue", Words.With(Phrase.OthersCount, People));
        using var desk = await _case.UnlockAsync(0);
        await CasesAsync(desk, People);
        var before = await PulseAsync(desk);

        Assert.Equal("/members", await desk.PostAsync("/members/give", ("pseudonym", "carol")));
        await UntilAsync(desk, "/members", Words.With(Phrase.PassingDone, "carol", People, People));

        Assert.Contains($"<progress max=\"{People}\" value=\"{People}\"", desk.Html, StringComparison.Ordinal);
        Assert.NotEqual(before, await PulseAsync(desk));
        await CasesAsync(own, People);
        _ = await own.GetAsync("/queue");
        Assert.DoesNotContain(Words.With(Phrase.OthersCount, People), own.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_server_nothing_is_given_and_told_and_pressed_again_it_goes_on()
    {
        await _server.AddAsync(4);
        _ = _case.Join(_server, "carol");
        using var desk = await _case.UnlockAsync(0);
        await CasesAsync(desk, 5);
        await _server.StopAsync();

        _ = await desk.PostAsync("/members/give", ("pseudonym", "carol"));
        await UntilAsync(desk, "/members", Words.With(Phrase.PassingFailed, 5));
        await _server.StartAsync();
        _ = await desk.PostAsync("/members/give", ("pseudonym", "carol"));
        await UntilAsync(desk, "/members", Words.With(Phrase.PassingDone, "carol", 5, 5));
        Assert.DoesNotContain(Words.With(Phrase.PassingFailed, 5), desk.Text, StringComparison.Ordinal);
        await _server.StopAsync();
        _ = await desk.PostAsync("/members/give", ("pseudonym", "carol"));
        await UntilAsync(desk, "/members", Words.With(Phrase.PassingDone, "carol", 5, 5));
    }

    /// <summary>She lost her key this minute, perhaps: by the roster that this desk was opened with it would be sealed to the thief.</summary>
    [Fact]
    public async Task A_roster_that_came_since_the_unlocking_is_asked_for_first()
    {
        var carol = _case.Join(_server, "carol");
        using var desk = await _case.UnlockAsync(0);
        using var own = await _case.UnlockAsync(carol);
        await CasesAsync(desk, 1);
        _server.Change(draft => draft.EndOn(Day.Today(_time).Plus(40)));

        _ = await desk.PostAsync("/members/give", ("pseudonym", "carol"));

        await UntilAsync(desk, "/members", Words.With(Phrase.PassingDone, "carol", 0, 1));
        Assert.Contains(Words[Phrase.NewRoster], desk.Html.Split("<progress")[1], StringComparison.Ordinal);
        Assert.Empty(await own.CasesAsync());
        _ = await desk.PostAsync("/unlock", ("passphrase", _case.Keys.Passphrase));
        _ = await desk.PostAsync("/members/give", ("pseudonym", "carol"));
        await UntilAsync(desk, "/members", Words.With(Phrase.PassingDone, "carol", 1, 1));
    }

    /// <summary>The server's word is the signed roster, and so is the desk's.</summary>
    [Theory]
    [InlineData("staff-1")]
    [InlineData("staff-3")]
    [InlineData("aude")]
    [InlineData("eve")]
    public async Task Nobody_else_is_given_anything(string pseudonym)
    {
        _ = _case.Join(_server, "aude", "auditor");
        using var desk = await _case.UnlockAsync(0);
        await CasesAsync(desk, 1);

        Assert.Equal("/members", await desk.PostAsync("/members/give", ("pseudonym", pseudonym)));

        Assert.DoesNotContain("<progress", desk.Html, StringComparison.Ordinal);
    }

    /// <summary>After 300 it waits a tenth of a second before each, and the clock of this test stands still.</summary>
    [Fact]
    public async Task It_goes_on_while_the_page_is_left_shows_itself_anew_meanwhile_and_ends_at_a_lock()
    {
        await _server.AddAsync(301);
        _ = _case.Join(_server, "carol");
        using var desk = await _case.UnlockAsync(0);
        var cases = new HashSet<string>();
        for (var tries = 0; cases.Count < 302; tries++)
        {
            Assert.True(tries < 60, $"only {cases.Count} are there");
            await RoundAsync();
            for (var page = 1; page <= 7; page++)
            {
                cases.UnionWith(await desk.CasesAsync($"?page={page}"));
            }
        }

        _ = await desk.GetAsync("/members");
        Assert.DoesNotContain("data-live=\"on\"", desk.Html, StringComparison.Ordinal);
        _ = await desk.PostAsync("/members/give", ("pseudonym", "carol"));
        for (var tries = 0; !desk.Text.Contains(Words.With(Phrase.PassingRuns, "carol", 301, 302), StringComparison.Ordinal); tries++)
        {
            Assert.True(tries < 300, $"not given within thirty seconds: {desk.Text}");
            await Task.Delay(100);
            _ = await desk.GetAsync("/members");
        }

        Assert.Contains("data-live=\"on\"", desk.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"carol\" disabled", desk.Html, StringComparison.Ordinal);
        _ = await desk.GetAsync("/queue");
        await UntilAsync(desk, "/members", Words.With(Phrase.PassingDone, "carol", 302, 302));
        Assert.DoesNotContain("data-live=\"on\"", desk.Html, StringComparison.Ordinal);

        _ = await desk.PostAsync("/members/give", ("pseudonym", "staff-2"));
        Assert.Contains("<progress", desk.Html, StringComparison.Ordinal);
        _ = await desk.PostAsync("/lock");
        _ = await desk.PostAsync("/unlock", ("passphrase", _case.Keys.Passphrase));
        _ = await desk.GetAsync("/members");
        Assert.DoesNotContain("<progress", desk.Html, StringComparison.Ordinal);
    }

    private static async Task<string> PulseAsync(DeskClient desk)
    {
        _ = await desk.GetAsync("/pulse");
        return desk.Text.Split('.')[3];
    }

    private async Task CasesAsync(DeskClient desk, int count)
    {
        for (var tries = 0; (await desk.CasesAsync()).Count < count; tries++)
        {
            Assert.True(tries < 60, $"{count} cases are not there");
            await RoundAsync();
        }
    }

    private async Task UntilAsync(DeskClient desk, string path, string words)
    {
        for (var tries = 0; ; tries++)
        {
            _ = await desk.GetAsync(path);
            if (desk.Text.Contains(words, StringComparison.Ordinal))
            {
                return;
            }

            Assert.True(tries < 60, $"'{words}' is not there: {desk.Text}");
            await RoundAsync();
        }
    }

    private async Task RoundAsync()
    {
        _time.Advance(TimeSpan.FromSeconds(20));
        await Task.Delay(100);
    }
}
