using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Cli;

public sealed class RotationTests : IDisposable
{
    private static readonly EpochCalendar Calendar = EpochCalendar.Default;

    private readonly RotationRig _rig = new("2026-11-23");

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task After_each_renewal_of_a_year_the_identity_opens_the_kept_copies_of_open_epochs_and_of_no_other()
    {
        await _rig.JoinAsync("ada");
        var copies = new List<(Day Day, ColdRow Cold, HotRow Hot)>();
        var opened = 0;
        for (var week = 0; week < 52; week++, _rig.Days(7))
        {
            if (week % 2 == 1)
            {
                await _rig.RenewAsync("ada");
            }

            var (cold, hot) = _rig.Seal();
            copies.Add((_rig.Today, cold, hot));
            if (week % 2 == 0)
            {
                continue;
            }

            using var ada = _rig.Read("ada");
            foreach (var copy in copies)
            {
                var open = Calendar.LastDayOf(copy.Cold.Epoch).Plus(32) >= _rig.Today;
                var secret = ada.EpochSecretOf(copy.Cold.Epoch);
                Assert.Equal((copy.Day, open), (copy.Day, secret is not null));
                if (secret is not null)
                {
                    Assert.IsType<Opening.Opened>(IntakeOpener.Open(copy.Cold, copy.Hot, secret, 0));
                    opened++;
                }
                else
                {
                    Assert.All(ada.Epochs, e => Assert.IsType<Opening.NotForUs>(IntakeOpener.Open(copy.Cold, copy.Hot, ada.EpochSecretOf(e)!, 0)));
                }
            }

            Assert.True(ada.Epochs.Last() >= _rig.Epoch + Roster.EpochsAhead);
        }

        Assert.Equal(52, copies.Count);
        Assert.InRange(opened, 26 * 2, 26 * 9);
        Assert.Contains(copies, c => c.Cold.Epoch == copies[0].Cold.Epoch + 12);
    }

    [Fact]
    public async Task A_desk_that_was_away_for_eleven_weeks_does_not_close_the_hotline_whenever_it_left()
    {
        await _rig.JoinAsync("ada", "--epochs", "4");
        for (var offset = 0; offset < Calendar.Days; offset += 3, _rig.Days(3))
        {
            await _rig.RenewAsync("ada", "--epochs", "4");
            var ends = Calendar.LastDayOf(_rig.Epoch + 3);
            _rig.Days(77);
            Assert.True(_rig.Today <= ends);
            using (var ada = _rig.Read("ada"))
            {
                var (cold, hot) = _rig.Seal();
                Assert.IsType<Opening.Opened>(IntakeOpener.Open(cold, hot, ada.EpochSecretOf(cold.Epoch)!, 0));
            }

            Assert.Contains(_rig.Roster().Warnings(_rig.Today), w => w.Contains($"ada: renew by {ends}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Who_joins_has_keys_from_the_oldest_open_epoch_on_and_the_roster_takes_them()
    {
        await _rig.JoinAsync("ada");
        _rig.Days(70);
        await _rig.RenewAsync("ada");

        await _rig.JoinAsync("ben");

        var oldest = Calendar.EpochOf(_rig.Today.Plus(-32));
        var roster = _rig.Roster();
        Assert.True(oldest < _rig.Epoch);
        Assert.Equal(oldest, roster.Members[1].EpochKeys.Keys.Min());
        Assert.Equal(_rig.Epoch + 5, roster.Members[1].EpochKeys.Keys.Max());
        Assert.Empty(roster.Warnings(_rig.Today));
    }

    [Fact]
    public async Task What_is_over_is_destroyed_only_after_a_yes()
    {
        await _rig.JoinAsync("ada");
        _rig.Days(100);
        var before = File.ReadAllBytes(_rig.Of("ada"));

        var refused = await _rig.Keys("renew", _rig.Of("ada"), "--out", _rig.Of("new.json"));

        Assert.Equal(2, refused.Code);
        Assert.Contains($"Today is {_rig.Today}. Destroy the keys of", refused.Words, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_rig.Of("ada")));
        Assert.False(File.Exists(_rig.Of("new.json")));
        Assert.Equal(0, (await _rig.Keys("renew", _rig.Of("ada"), "--yes")).Code);
        Assert.NotEqual(before, File.ReadAllBytes(_rig.Of("ada")));
    }

    [Fact]
    public async Task No_older_copy_stays_beside_the_file_unnoticed()
    {
        await _rig.JoinAsync("ada");
        await _rig.GoodAsync(_rig.Keys("new", _rig.Of("adam")));
        File.Copy(_rig.Of("ada"), _rig.Of("ada.x7q2.k1z.unfinished"));
        File.Copy(_rig.Of("ada"), _rig.Of("ada.bak"));
        _rig.Days(100);

        var renewed = await _rig.Keys("renew", _rig.Of("ada"), "--yes");

        Assert.Equal(0, renewed.Code);
        Assert.False(File.Exists(_rig.Of("ada.x7q2.k1z.unfinished")));
        Assert.Contains($"{_rig.Of("ada.bak")}: if this is an older copy, delete it", renewed.Words, StringComparison.Ordinal);
        Assert.DoesNotContain($"{_rig.Of("adam")}:", renewed.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("ada.json: if", renewed.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_show_and_renew_say_by_which_day_to_renew()
    {
        await _rig.JoinAsync("ada");
        await _rig.GoodAsync(_rig.Keys("new", _rig.Of("eve")));
        await _rig.GoodAsync(_rig.Keys("public", _rig.Of("eve"), "--out", _rig.Of("eve.json")));
        await _rig.GoodAsync(_rig.Run("roster", "add", _rig.Of("eve.json"), "--pseudonym", "eve", "--desk", "safeguarding", "--config", _rig.Config));
        await _rig.SignAsync();
        var ends = Calendar.LastDayOf(_rig.Epoch + 5);
        _rig.Days(28 * 3);

        var check = await _rig.Run("check", "--offline", "--config", _rig.Config, "--data", _rig.Data);
        var show = await _rig.Run("roster", "show", "--config", _rig.Config, "--data", _rig.Data);
        var renew = await _rig.Keys("renew", _rig.Of("ada"), "--yes");
        var again = await _rig.Keys("renew", _rig.Of("ada"), "--yes");

        Assert.Contains($"warning ada: renew by {ends}, the last day for which there are keys", check.Data, StringComparison.Ordinal);
        Assert.Contains($"warning ada: renew by {ends}, the last day for which there are keys", show.Words, StringComparison.Ordinal);
        Assert.Contains($"What was stated before ends on {ends}: renew by that day", renew.Words, StringComparison.Ordinal);
        Assert.Contains($"The keys reach until {Calendar.LastDayOf(_rig.Epoch + 5)}: renew by then", renew.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("What was stated before", again.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_epochs_ahead_are_warned_of_nowhere()
    {
        await _rig.JoinAsync("ada");
        await _rig.JoinAsync("ben");
        _rig.Days(28 * 2);

        var show = await _rig.Run("roster", "show", "--config", _rig.Config, "--data", _rig.Data);

        Assert.Equal((0, ""), (show.Code, show.Words));
    }

    [Theory]
    [InlineData("--epochs", "3", "--epochs is 4 to 64.")]
    [InlineData("--epochs", "64", "more than 64; give fewer.")]
    [InlineData("--epoch-days", "0", "--epoch-days is 1 to 366.")]
    [InlineData("--out", "no/such/folder/ada.json", "make it first")]
    public async Task Choices_that_cannot_be_are_refused_and_nothing_is_written(string option, string value, string why)
    {
        await _rig.JoinAsync("ada");
        var before = File.ReadAllBytes(_rig.Of("ada"));

        var renewed = await _rig.Keys("renew", _rig.Of("ada"), "--yes", option, value);

        Assert.Equal(2, renewed.Code);
        Assert.EndsWith($"{why}\n", renewed.Words, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_rig.Of("ada")));
    }

    [Fact]
    public async Task A_clock_that_went_far_back_destroys_and_draws_nothing()
    {
        await _rig.GoodAsync(_rig.Keys("new", _rig.Of("ada"), "--epochs", "60"));
        var before = File.ReadAllBytes(_rig.Of("ada"));

        var renewed = await CliRun.At(
            new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new(2026, 1, 8, 0, 0, 0, TimeSpan.Zero)),
            "keys", "renew", _rig.Of("ada"), "--yes", "--passphrase-file", _rig.Of("passphrase"));

        Assert.Equal(2, renewed.Code);
        Assert.Contains("set this machine's clock right", renewed.Words, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_rig.Of("ada")));
    }
}
