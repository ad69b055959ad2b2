using IntakeBot.Cli;
using IntakeBot.Core.Sealing;
using IntakeBot.Core.Storage;
using IntakeBot.Phone;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Journeys;

/// <summary>The setting is what is done, and asking what is kept works at any time.</summary>
public sealed class RetentionTests
{
    [Fact]
    public async Task The_real_server_keeps_intakes_as_long_as_its_setting_says_those_of_before_too()
    {
        await using var hotline = await DemoHotline.StartAsync(0, default);
        var before = await AtTheFirstQuestionAsync(hotline, "Before");

        hotline.Server.Environment["INTAKEBOT__Retention__IntakeDays"] = "7";
        await hotline.Server.RestartAsync(default);
        Assert.Contains(hotline.Server.Words, w => w.Contains("Intakes are kept 7 days from now on", StringComparison.Ordinal));
        await before.TapAsync("Not now");
        await before.SeeAsync("Nothing of yours is open here");
        _ = await AtTheFirstQuestionAsync(hotline, "After");
        await hotline.Server.RestartAsync(default);
        await hotline.Server.KillAsync();

        Assert.Single(hotline.Server.Words, w => w.Contains("from now on", StringComparison.Ordinal));
        await using var store = SealedStore.Open(hotline.Keys.DataFolder, TimeProvider.System);
        var rows = store.Manifest(RowKind.Hot, null, 9).Select(r => store.Find<HotRow>(r.Place)!.Expires)
            .Concat(store.Manifest(RowKind.Cold, null, 9).Select(r => store.Find<ColdRow>(r.Place)!.Expires)).ToList();
        Assert.Equal(4, rows.Count);
        Assert.All(rows, last => Assert.InRange(last.Number - Day.Today(TimeProvider.System).Number, 6, 7));
    }

    [Fact]
    public async Task Under_the_real_server_too_an_older_data_file_brings_back_nothing_that_was_erased()
    {
        await using var hotline = await DemoHotline.StartAsync(0, default);
        var (erased, kept) = (await AtTheFirstQuestionAsync(hotline, "Erased"), await AtTheFirstQuestionAsync(hotline, "Kept"));
        var data = Path.Combine(hotline.Keys.DataFolder, "intakes.db");
        await hotline.Server.KillAsync();
        var older = await File.ReadAllBytesAsync(data);
        await hotline.Server.RestartAsync(default);
        await erased.TapAsync("Erase", "Erase everything");
        await erased.SeeAsync("is erased");

        await hotline.Server.KillAsync();
        await File.WriteAllBytesAsync(data, older);
        await hotline.Server.RestartAsync(default);

        Assert.Contains(hotline.Server.Words, w => w.Contains("removed 2 rows that had been erased: an older data file was put back", StringComparison.Ordinal));
        await kept.TapAsync("Not now");
        await kept.SeeAsync("Who needs help?");
        await hotline.Server.KillAsync();
        await using var store = SealedStore.Open(hotline.Keys.DataFolder, TimeProvider.System);
        _ = Assert.Single(store.Manifest(RowKind.Hot, null, 9));
        _ = Assert.Single(store.Manifest(RowKind.Cold, null, 9));
        Assert.NotNull(store.Find<Tombstone>(Assert.Single(store.Manifest(RowKind.Tombstone, null, 9)).Place));
    }

    private static async Task<PhonePerson> AtTheFirstQuestionAsync(DemoHotline hotline, string name)
    {
        var person = hotline.Phone.World.Join(name);
        person.Start();
        await person.TapAsync(Walks.Gate);
        await person.SeeAsync("Are you in danger?");

        // A consent that was not confirmed comes again after a restart and begins anew.
        using var patience = new CancellationTokenSource(Taps.Patience);
        while (hotline.Phone.World.Bot.PendingUpdates > 0)
        {
            await Task.Delay(5, patience.Token);
        }

        return person;
    }
}
