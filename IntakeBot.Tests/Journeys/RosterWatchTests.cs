using IntakeBot.Cli;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Sealing;

namespace IntakeBot.Tests.Journeys;

/// <summary>A roster that changes under a running server.</summary>
public sealed class RosterWatchTests : IAsyncLifetime
{
    private const string Refused = "The roster is refused, and serial 7 stays in force";

    private readonly RosterRig _rig = new();

    private string RosterFile => Path.Combine(_rig.Setup.Config, RosterFolder.RosterName);

    public async ValueTask InitializeAsync() => await _rig.StartAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task A_newer_roster_counts_in_the_next_round_of_a_third_of_a_minute()
    {
        _ = await _rig.BeginAsync();
        await _rig.Watch.StartAsync(default);
        _rig.RemoveBen();

        for (var tries = 0; _rig.Current.Value.Serial != 8 || _rig.Opens(_rig.Setup.Ben, 2) > 0; tries++)
        {
            Assert.True(tries < 500, "Waited in vain.");
            _rig.Time.Advance(RosterWatch.Round);
            await Task.Delay(20);
        }

        await _rig.Watch.StopAsync(default);
        Assert.Equal(TimeSpan.FromSeconds(20), RosterWatch.Round);
        Assert.Null(_rig.Current.Value.Find(_rig.Setup.Ben.Signing.Public));
        Assert.Null(_rig.Current.Value.RecipientsFor("hotline", RosterSetup.Today)!.Places[2]);
        Assert.Empty(_rig.Alarms);
    }

    [Fact]
    public async Task It_says_what_it_accepted_and_how_many_rows_it_swept_and_then_nothing()
    {
        _ = await _rig.BeginAsync();
        _rig.RemoveBen();

        await LookAsync(3);

        Assert.Equal(
            [
                "Warning IntakeBot.Cli.RosterWatch Took the stanzas of who has left out of 1 rows; 0 damaged rows keep theirs until they expire.",
                "Warning IntakeBot.Cli.RosterWatch Roster accepted, serial 8.",
                "Error IntakeBot.Cli.RosterWatch Warnings about the roster: 1; 'intakebot check' tells them.",
            ],
            _rig.Log.Lines.Select(l => l.Trim()));
    }

    [Fact]
    public async Task The_accepted_one_is_pinned_so_that_no_older_one_comes_back()
    {
        var old = (await File.ReadAllBytesAsync(RosterFile), await File.ReadAllBytesAsync(SignatureFile));
        _rig.RemoveBen();
        await LookAsync(1);

        await File.WriteAllBytesAsync(RosterFile, old.Item1);
        await File.WriteAllBytesAsync(SignatureFile, old.Item2);
        await LookAsync(2);

        Assert.Equal(8u, _rig.Current.Value.Serial);
        Assert.Contains("serial 8 stays in force. Problems: 1;", Assert.Single(_rig.Alarms), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_one_leaves_the_old_one_in_force_and_is_said_once_and_its_mending_too()
    {
        _rig.Setup.Json["places"] = 5;
        _rig.Sign();
        await LookAsync(5);

        var alarm = Assert.Single(_rig.Alarms);
        Assert.Contains(Refused, alarm, StringComparison.Ordinal);
        Assert.Contains("Problems: 1;", alarm, StringComparison.Ordinal);
        Assert.Equal(7u, _rig.Current.Value.Serial);

        _rig.Setup.Json["approvals"] = 7;
        _rig.Sign();
        await LookAsync(5);
        Assert.Equal(2, _rig.Alarms.Count());

        (_rig.Setup.Json["places"], _rig.Setup.Json["approvals"]) = (4, 1);
        _rig.Sign();
        await LookAsync(3);
        Assert.Equal(10u, _rig.Current.Value.Serial);
        Assert.Equal(2, _rig.Alarms.Count());
        Assert.EndsWith("Roster accepted, serial 10.", Assert.Single(_rig.Log.Lines, l => l.Contains("accepted", StringComparison.Ordinal)).Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_are_still_being_copied_are_not_worth_an_alarm()
    {
        var signature = await File.ReadAllTextAsync(SignatureFile);
        _rig.RemoveBen();
        var newer = await File.ReadAllTextAsync(SignatureFile);
        await File.WriteAllTextAsync(SignatureFile, signature);
        await LookAsync(1);
        Assert.Equal(7u, _rig.Current.Value.Serial);

        await File.WriteAllTextAsync(SignatureFile, newer);
        await LookAsync(1);

        Assert.Equal(8u, _rig.Current.Value.Serial);
        Assert.Empty(_rig.Alarms);
    }

    [Fact]
    public async Task A_bad_file_that_is_put_right_again_is_said_too()
    {
        var good = await File.ReadAllTextAsync(RosterFile);
        await File.WriteAllTextAsync(RosterFile, good + " ");
        await LookAsync(3);
        _ = Assert.Single(_rig.Alarms);

        await File.WriteAllTextAsync(RosterFile, good);
        await LookAsync(3);

        Assert.EndsWith("Roster accepted, serial 7.", _rig.Log.Lines.Last().Trim(), StringComparison.Ordinal);
    }

    /// <summary>It may remove somebody, and that must not wait for the operator.</summary>
    [Fact]
    public async Task One_that_no_longer_allows_what_is_set_counts_and_is_said_once()
    {
        _rig.Setup.Json["retention"] = new System.Text.Json.Nodes.JsonObject { ["replyDays"] = 60 };
        _rig.Sign();
        _rig.Retention = new() { ReplyDays = 60 };
        await _rig.StartAsync();
        await LookAsync(2);
        Assert.DoesNotContain(_rig.Log.Lines, l => l.StartsWith("Error", StringComparison.Ordinal));

        _ = _rig.Setup.Json.Remove("retention");
        _rig.RemoveBen();
        await LookAsync(3);

        Assert.Null(_rig.Current.Value.Find(_rig.Setup.Ben.Signing.Public));
        Assert.Empty(_rig.Alarms);
        Assert.Contains(
            "Warnings about the roster: 2;",
            Assert.Single(_rig.Log.Lines, l => l.StartsWith("Error", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Renewed_epoch_keys_count_without_a_new_signature()
    {
        _rig.Setup.Ben.Renew(1, 9);
        _rig.Setup.Publish("ben", _rig.Setup.Ben);

        await LookAsync(2);

        Assert.Equal(9, _rig.Current.Value.Members[1].EpochKeys.Count);
        _ = Assert.Single(_rig.Log.Lines);
    }

    [Fact]
    public async Task An_epoch_that_begins_without_a_member_s_key_is_said()
    {
        using var shortly = Identity.Draw(1, 1);
        _rig.Setup.Members[1]!["signingKey"] = shortly.Signing.Public.ToString();
        _rig.Setup.Publish("ben", shortly);
        _rig.Sign();
        await LookAsync(1);
        _ = Assert.Single(_rig.Log.Lines, l => l.Contains("Warnings about the roster: 1;", StringComparison.Ordinal));

        _rig.Time.Advance(TimeSpan.FromDays(26));
        await LookAsync(2);

        var warnings = _rig.Current.Value.Warnings(RosterSetup.Today.Plus(26));
        Assert.Contains(warnings, w => w.Contains("ben has no key for the current epoch 2", StringComparison.Ordinal));
        _ = Assert.Single(_rig.Log.Lines, l => l.StartsWith("Error", StringComparison.Ordinal) && l.Contains($"Warnings about the roster: {warnings.Count};", StringComparison.Ordinal));
        Assert.NotNull(_rig.Current.Value.RecipientsFor("hotline", RosterSetup.Today.Plus(26))!.Places[0]);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_for_a_while_is_said_and_then_done()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A folder in the file's place is refused otherwise there.");
        _ = await _rig.BeginAsync();
        var places = Path.Combine(_rig.Setup.Data, "places.json");
        File.Delete(places);
        Directory.CreateDirectory(Path.Combine(places, "in the way"));
        _rig.RemoveBen();
        await LookAsync(2);
        Assert.Contains("data cannot be written (", Assert.Single(_rig.Alarms), StringComparison.Ordinal);

        Directory.Delete(places, recursive: true);
        await LookAsync(1);

        Assert.Equal((1, 0), (_rig.Opens(_rig.Setup.Ada, 0), _rig.Opens(_rig.Setup.Ben, 2)));
        Assert.True(File.Exists(places));
        Assert.EndsWith("Roster accepted, serial 8.", Assert.Single(_rig.Log.Lines, l => l.Contains("accepted", StringComparison.Ordinal)).Trim(), StringComparison.Ordinal);
    }

    private string SignatureFile => Path.Combine(_rig.Setup.Config, RosterFolder.SignatureName);

    private async Task LookAsync(int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            await _rig.Watch.LookAsync(default);
        }
    }
}
