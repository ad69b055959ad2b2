using System.Net;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Exchange;

/// <summary>A desk learns of a newer roster from the server, and never of an older one.</summary>
public sealed class RosterTakingTests : IAsyncLifetime
{
    private readonly TempFolder _desk = new();
    private ExchangeRig _rig = null!;

    private string Config => _desk.Of("config");

    private string Data => _desk.Of("data");

    public async ValueTask InitializeAsync()
    {
        _rig = await ExchangeRig.StartAsync();
        Directory.CreateDirectory(Config);
        File.Copy(Path.Combine(_rig.Setup.Config, RosterFolder.OrganisationName), Path.Combine(Config, RosterFolder.OrganisationName));
    }

    public async ValueTask DisposeAsync()
    {
        await _rig.DisposeAsync();
        _desk.Dispose();
    }

    [Fact]
    public async Task A_desk_takes_the_files_as_they_are_and_then_a_newer_one()
    {
        Assert.Equal(7u, (await TakeAsync())!.Roster!.Serial);
        Assert.All(
            ["roster.json", "roster.sig", "members/ada.json", "members/ben.json"],
            f => Assert.Equal(File.ReadAllBytes(Path.Combine(_rig.Setup.Config, f)), File.ReadAllBytes(Path.Combine(Config, f))));
        Become(8);

        Assert.Equal(8u, (await TakeAsync())!.Roster!.Serial);
        Assert.Equal(8u, RosterFolder.Read(Config, Data, RosterSetup.Today).Roster!.Serial);
    }

    [Fact]
    public async Task An_older_one_is_refused_by_the_pin_also_where_the_desk_s_own_files_are_gone()
    {
        Become(8);
        _ = await TakeAsync();
        Become(7);
        File.Delete(Path.Combine(Config, RosterFolder.RosterName));

        var reading = await TakeAsync();

        Assert.Null(reading!.Roster);
        Assert.Contains("its serial 7 is older than 8", Assert.Single(reading.Problems), StringComparison.Ordinal);
        Assert.DoesNotContain("/tmp", reading.Problems[0], StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Config, RosterFolder.RosterName)));
    }

    [Fact]
    public async Task An_older_one_is_refused_by_what_lies_there_also_where_nothing_is_pinned()
    {
        Become(8);
        _ = await TakeAsync();
        Become(7);
        Directory.Delete(Data, recursive: true);
        var before = File.ReadAllBytes(Path.Combine(Config, RosterFolder.RosterName));

        var reading = await TakeAsync();

        Assert.Contains("The Exchange has roster 7, and this desk 8", Assert.Single(reading!.Problems), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(Config, RosterFolder.RosterName)));
    }

    [Fact]
    public async Task What_another_organisation_signed_is_refused()
    {
        using var other = SigningKey.Draw();
        File.WriteAllText(Path.Combine(Config, RosterFolder.OrganisationName), $"{other.Public}\n");

        var reading = await TakeAsync();

        Assert.Contains(reading!.Problems, p => p.Contains("is not what the organisation signed", StringComparison.Ordinal));
        Assert.False(Directory.Exists(Data));
    }

    [Theory]
    [InlineData("organisation.pub")]
    [InlineData("../roster.json")]
    [InlineData("members/../../roster.json")]
    [InlineData("questionnaire.yaml")]
    [InlineData("roster.json")]
    public void A_file_that_is_none_of_a_roster_is_never_written(string name)
    {
        var pack = RosterPack.Read(_rig.Setup.Config, _rig.Setup.Data, _rig.Roster)!;
        var more = new RosterPack { Files = [.. pack.Files, new(name, [1])] };

        var reading = RosterTaking.Take(more, Config, Data, RosterSetup.Today);

        Assert.Null(reading.Roster);
        Assert.Equal([RosterFolder.OrganisationName], Directory.EnumerateFileSystemEntries(Config).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Files_that_are_not_those_in_force_are_not_given_out()
    {
        _rig.Setup.Json["serial"] = 9;
        _rig.Setup.Sign();

        Assert.Equal(HttpStatusCode.NotFound, (await _rig.SendAsync("/v1/roster", _rig.Setup.Ada.Signing)).Code);
        _rig.Roster = _rig.Setup.Good();
        Assert.Equal(9u, (await TakeAsync())!.Roster!.Serial);
        File.Delete(Path.Combine(_rig.Setup.Config, "roster.sig"));
        Assert.Equal(HttpStatusCode.OK, (await _rig.SendAsync("/v1/roster", _rig.Setup.Ada.Signing)).Code);
    }

    private async Task<RosterReading?> TakeAsync()
    {
        using var client = _rig.Client(_rig.Setup.Ben.Signing);
        return await client.TakeRosterAsync(Config, Data, default);
    }

    /// <summary>The server's roster is another one from now on.</summary>
    private void Become(int serial)
    {
        _rig.Setup.Json["serial"] = serial;
        _rig.Setup.Sign();
        _rig.Roster = _rig.Setup.Good();
    }
}
