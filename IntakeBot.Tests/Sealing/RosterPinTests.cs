using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing;

public sealed class RosterPinTests : IDisposable
{
    private readonly RosterSetup _setup = new();

    public void Dispose() => _setup.Dispose();

    [Fact]
    public void Reading_changes_nothing()
    {
        _ = _setup.Good();

        Assert.Empty(Directory.EnumerateFileSystemEntries(_setup.Data));
    }

    [Fact]
    public void An_older_roster_than_the_pinned_one_is_refused()
    {
        RosterFolder.Pin(_setup.Data, _setup.Good());
        _setup.Json["serial"] = 6;
        _setup.Sign();

        Assert.Equal(["config/roster.json: its serial 6 is older than 7, which was already in use; get the newest roster"], _setup.Problems());
    }

    [Fact]
    public void One_serial_with_other_contents_is_refused()
    {
        RosterFolder.Pin(_setup.Data, _setup.Good());
        _setup.Json["approvals"] = 1;
        _setup.Sign();

        Assert.Equal(
            ["config/roster.json: serial 7 was already in use with other contents; raise the serial and sign it again"], _setup.Problems());
    }

    [Fact]
    public void A_newer_roster_is_accepted_and_pinned_in_its_turn()
    {
        RosterFolder.Pin(_setup.Data, _setup.Good());
        _setup.Json["serial"] = 9;
        _setup.Sign();
        RosterFolder.Pin(_setup.Data, _setup.Good());
        _setup.Json["serial"] = 8;
        _setup.Sign();

        Assert.Equal(["config/roster.json: its serial 8 is older than 9, which was already in use; get the newest roster"], _setup.Problems());
        Assert.Equal(["pinned.json"], Directory.EnumerateFiles(_setup.Data).Select(Path.GetFileName));
    }

    [Fact]
    public void Another_organisation_than_the_pinned_one_is_refused()
    {
        RosterFolder.Pin(_setup.Data, _setup.Good());
        using var usurper = SigningKey.Draw();
        File.WriteAllText(Path.Combine(_setup.Config, RosterFolder.OrganisationName), usurper.Public.ToString());
        _setup.Sign(usurper);

        Assert.Equal(
            [
                $"data/pinned.json: another organisation was pinned at the first run ({Fingerprint.Of(_setup.Organisation.Public)}), "
                + $"not {Fingerprint.Of(usurper.Public)}; only if the organisation itself says so, move this file away",
            ],
            _setup.Problems());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("{\"organisation\":\"x\",\"serial\":1,\"hash\":\"\"}")]
    public void A_damaged_pin_is_refused_and_never_taken_for_a_first_run(string text)
    {
        File.WriteAllText(Path.Combine(_setup.Data, "pinned.json"), text);

        Assert.StartsWith("data/pinned.json", Assert.Single(_setup.Problems()), StringComparison.Ordinal);
    }
}
