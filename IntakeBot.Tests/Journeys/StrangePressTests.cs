using System.Buffers.Text;
using IntakeBot.Core.Sealing;
using IntakeBot.Phone;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Journeys;

/// <summary>The table of edges of the callback token: what late, repeated, forwarded and forged presses do.</summary>
public sealed class StrangePressTests : IAsyncLifetime
{
    private TestHotline _hotline = null!;
    private PhonePerson _person = null!;

    public async ValueTask InitializeAsync()
    {
        _hotline = await TestHotline.StartAsync();
        _person = _hotline.World.Join("Test");
        _person.Start();
        await _person.TapAsync("English", "Yes, I am alone", "Only on this one", "Go on", "I understand, start");
        await _person.SeeAsync("Are you in danger?");
    }

    public ValueTask DisposeAsync() => _hotline.DisposeAsync();

    [Fact]
    public async Task The_same_update_twice_seals_once_and_shows_the_same_screen()
    {
        var update = _person.Press("Not now");
        await _person.SeeAsync("Who needs help?");
        var before = OnlyRow();

        _hotline.World.Redeliver(update);
        _hotline.World.Duplicate(update);

        // Both are answered already: only their confirmation tells that they were handled.
        while (_hotline.World.Bot.PendingUpdates > 0)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.Equal(before, OnlyRow());
        await _person.SeeAsync("Who needs help?");
    }

    [Fact]
    public async Task A_press_of_an_earlier_screen_changes_nothing_and_brings_the_current_one()
    {
        var (message, data) = Button("Today");
        await _person.TapAsync("Not now", "Me");
        var before = OnlyRow();

        _person.PressData(message, data);
        await SettleAsync();

        Assert.Equal(before, OnlyRow());
        await _person.SeeAsync("How old is the person");
        Assert.Equal("not_now", _hotline.OnlyAnswers()["danger"]);
    }

    /// <summary>Both with the token of the one screen, and each a press of its own to Telegram.</summary>
    [Fact]
    public async Task A_button_tapped_twice_is_one_answer()
    {
        var (message, data) = Button("Not now");

        _person.PressData(message, data);
        _person.PressData(message, data);
        await SettleAsync();

        await _person.SeeAsync("Who needs help?");
        Assert.Equal(["not_now", ""], _hotline.OnlyAnswers().Take(2).Select(a => a.Value));
    }

    [Fact]
    public async Task Consent_pressed_again_brings_the_question_and_begins_no_second_intake()
    {
        var other = _hotline.World.Join("Other");
        other.Start();
        await other.TapAsync("English", "Yes, I am alone", "Only on this one", "Go on");
        var consent = (await other.SeeAsync("I understand, start")).Buttons.First(b => b.Label == "I understand, start").Data!;
        await other.TapAsync("I understand, start", "Not now");
        await other.SeeAsync("Who needs help?");

        other.PressData(other.Screen[^1].Id, consent);
        await SettleAsync(other);
        await other.SeeAsync("Who needs help?");
        await other.SkipTheRestAsync();
        other.PressData(other.Screen[^1].Id, consent);
        await SettleAsync(other);

        await other.SeeAsync("Nothing of yours is open here");
        Assert.Equal(2, _hotline.OpenAll().Count);
    }

    [Fact]
    public async Task A_button_of_somebody_else_does_nothing_at_all()
    {
        var (_, data) = Button("Today");
        var before = OnlyRow();
        var thief = _hotline.World.Join("Thief");
        thief.Start();
        var shown = await thief.SeeAsync("English");

        thief.PressData(shown.Id, data);
        await SettleAsync(thief);

        Assert.Equal(before, OnlyRow());
        Assert.Equal(shown.Text, Assert.Single(thief.Screen).Text);
        Assert.Equal("", _hotline.OnlyAnswers()["danger"]);
    }

    [Fact]
    public async Task A_forged_button_does_nothing_at_all()
    {
        var (message, data) = Button("Today");
        var before = OnlyRow();

        foreach (var forged in Forgeries(data))
        {
            _person.PressData(message, forged);
        }

        await SettleAsync();

        Assert.Equal(before, OnlyRow());
        Assert.Contains("Are you in danger?", Assert.Single(_person.Screen).Text, StringComparison.Ordinal);
        Assert.Equal(0, _hotline.Health.Quarantined);
    }

    [Fact]
    public async Task Words_and_pictures_are_deleted_and_bring_the_screen_back()
    {
        await _person.TapAsync("Not now");
        var before = OnlyRow();

        _person.Type("my name is MARKER");
        _person.SendPhoto("MARKER");
        await _person.WaitForScreenAsync(s => s.Count == 1 && !s[0].FromPerson, Taps.Patience);

        var shown = await _person.SeeAsync("press the buttons only");
        Assert.Contains("Who needs help?", shown.Text, StringComparison.Ordinal);
        Assert.Equal(before, OnlyRow());
        await _person.TapAsync("Me");
        await _person.SeeAsync("How old is the person");
    }

    [Fact]
    public async Task After_Done_every_old_button_brings_the_end_screen()
    {
        var (message, data) = Button("Today");
        await _person.SkipTheRestAsync();
        var before = OnlyRow();

        _person.PressData(message, data);

        await _person.SeeAsync("Nothing of yours is open here");
        Assert.Equal(before, OnlyRow());
    }

    private static IEnumerable<string> Forgeries(string data)
    {
        var bytes = Base64Url.DecodeFromChars(data);
        foreach (var at in new[] { 0, 1, 3, 4, 20, 36, 47 })
        {
            var flipped = bytes.ToArray();
            flipped[at] ^= 1;
            yield return Base64Url.EncodeToString(flipped);
        }

        yield return data[..63];
        yield return "x";
        yield return "'; drop table intakes; --";
        yield return new string('A', 64);
        yield return "‮가나다라마바사아자차";
    }

    private (int Message, string Data) Button(string label)
    {
        var message = _person.Screen.Last(m => m.HasButton(label));
        return (message.Id, message.Buttons.First(b => b.Label == label).Data!);
    }

    private RowVersion OnlyRow() => Assert.Single(_hotline.Store.Manifest(RowKind.Hot, null, 10)).Version;

    /// <summary>Waits until the server has answered every press.</summary>
    private async Task SettleAsync(PhonePerson? person = null) =>
        await (person ?? _person).WaitForScreenAsync(_ => (person ?? _person).Spinners.Count == 0, Taps.Patience);
}
