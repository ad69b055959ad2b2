using System.Text.Json.Nodes;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Cli;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Journeys;

/// <summary>One staff member, one sheet in a safe: the day on which the laptop burns.</summary>
public sealed class RecoveryDrillTests : IDisposable
{
    private readonly RotationRig _rig = new("2026-11-23");

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task The_words_of_the_paper_open_every_intake_that_is_open_and_none_that_is_over()
    {
        await StartAsync();
        var expected = await FillThreeEpochsAsync();
        var words = TakePaper("sheet");
        File.Delete(_rig.Of("ada"));

        await _rig.GoodAsync(_rig.Keys("recovery", "use", _rig.Of("saved"), "--words", words));

        Assert.Equal(expected, await OpenAsync("saved"));
        Assert.Contains(expected.Values, open => !open);
        Assert.Equal(2, expected.Where(e => e.Value).Count());
        using var saved = _rig.Read("saved");
        Assert.Equal(EpochCalendar.Default.OldestOpen(_rig.Today), saved.Epochs.First());
        Assert.Equal(_rig.Roster().Members[1].EpochKeys.Keys.Max(), saved.Epochs.Last());
    }

    [Fact]
    public async Task What_was_saved_is_renewed_and_goes_on_like_any_identity()
    {
        await StartAsync();
        await _rig.GoodAsync(_rig.Keys("recovery", "use", _rig.Of("safe"), "--words", TakePaper("sheet")));
        _rig.Days(60);

        await _rig.RenewAsync("safe");

        var place = await _rig.AddAsync();
        Assert.True((await OpenAsync("safe"))[place.ToString()]);
    }

    [Fact]
    public async Task The_later_sheet_opens_what_is_open_and_only_the_burnt_one_would_open_more()
    {
        await StartAsync();
        var expected = await FillThreeEpochsAsync();
        var old = TakePaper("sheet");

        await _rig.GoodAsync(_rig.Run("keys", "recovery", "forward", _rig.Of("later.html"), "--words", old, "--epochs", "20"));
        await _rig.GoodAsync(_rig.Run("roster", "add", _rig.Of("later.json"), "--pseudonym", "safe", "--config", _rig.Config));

        var words = TakePaper("later");
        using var later = SheetText.Read("later", File.ReadAllText(words), [])!;
        using var all = SheetText.Read("old", File.ReadAllText(old), [])!;
        using var has = later.Identity(0);
        using var had = all.Identity(0);
        Assert.Equal(all.Public, later.Public);
        Assert.Equal(EpochCalendar.Default.OldestOpen(_rig.Today), has.Epochs.First());
        Assert.True(had.Epochs.First() < has.Epochs.First());
        Assert.Equal(_rig.Epoch + 19, _rig.Roster().Members[1].EpochKeys.Keys.Max());
        await _rig.GoodAsync(_rig.Keys("recovery", "use", _rig.Of("saved"), "--words", words));
        Assert.Equal(expected, await OpenAsync("saved"));
    }

    [Fact]
    public async Task The_roster_says_by_which_day_a_later_sheet_is_needed()
    {
        await StartAsync();
        var ends = EpochCalendar.Default.LastDayOf(_rig.Epoch + 12);
        for (var epoch = 0; epoch < 10; epoch++)
        {
            _rig.Days(28);
            await _rig.RenewAsync("ada");
        }

        var show = await _rig.Run("roster", "show", "--config", _rig.Config, "--data", _rig.Data);

        Assert.Equal(
            $"warning safe: renew by {ends}, the last day for which there are keys; a later sheet is made with 'intakebot keys recovery forward', then 'intakebot roster add' takes the public file\n",
            show.Words);
    }

    private async Task StartAsync()
    {
        await _rig.JoinAsync("ada");
        await _rig.GoodAsync(_rig.Run("keys", "recovery", "new", _rig.Of("sheet.html")));
        await _rig.GoodAsync(_rig.Run("roster", "add", _rig.Of("sheet.json"), "--pseudonym", "safe", "--recovery", "--config", _rig.Config));
        await _rig.SignAsync();
    }

    /// <summary>An intake in each of three epochs, 28 days apart; today the first epoch is over. Place → whether it is open.</summary>
    private async Task<Dictionary<string, bool>> FillThreeEpochsAsync()
    {
        var places = new Dictionary<string, uint>();
        for (var i = 0; i < 3; i++)
        {
            places.Add((await _rig.AddAsync()).ToString(), _rig.Epoch);
            _rig.Days(i < 2 ? 28 : 7);
        }

        return places.ToDictionary(p => p.Key, p => EpochCalendar.Default.LastDayOf(p.Value).Plus(32) >= _rig.Today);
    }

    /// <summary>Somebody reads the paper and types it; the file it was printed from is gone.</summary>
    private string TakePaper(string name)
    {
        var page = _rig.Of($"{name}.html");
        _rig.WriteSecret($"{name}.words", PrintedSheet.WordsOf(File.ReadAllText(page)));
        File.Delete(page);
        return _rig.Of($"{name}.words");
    }

    private async Task<Dictionary<string, bool>> OpenAsync(string identity)
    {
        var open = await _rig.Run(
            "intakes", "open", "--all", "--json", "--identity", _rig.Of(identity), "--passphrase-file", _rig.Of("passphrase"),
            "--config", _rig.Config, "--data", _rig.Data);
        Assert.True(open.Code == 0, open.Words);
        return JsonNode.Parse(open.Data)!.AsArray().ToDictionary(i => i!["place"]!.GetValue<string>(), i => i!["opened"]!.GetValue<bool>());
    }
}
