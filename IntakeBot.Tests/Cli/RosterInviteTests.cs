using System.Text.Json.Nodes;
using IntakeBot.Cli;
using IntakeBot.Core.Exchange;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Cli;

/// <summary>The line that a new member's desk asks for first.</summary>
public sealed class RosterInviteTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Throwaway _made;

    public RosterInviteTests() => _made = Throwaway.Make(_folder.Of("try"), ArgonProfile.Tiny, TimeProvider.System, "http://hotline.example:8471");

    public void Dispose() => _folder.Dispose();

    private string RosterFile => Path.Combine(_made.ConfigFolder, RosterFolder.RosterName);

    [Fact]
    public async Task Its_one_line_is_the_invitation_and_its_words_are_the_digits_to_compare()
    {
        var roster = RosterFolder.Read(_made.ConfigFolder, _made.DataFolder, Day.Today(TimeProvider.System)).Roster!;

        var run = await InviteAsync();

        Assert.Equal(0, run.Code);
        var line = Assert.Single(run.Data.TrimEnd().Split('\n'));
        Assert.StartsWith("http://hotline.example:8471/#", line, StringComparison.Ordinal);
        Assert.Equal(new Invitation(roster.ExchangeAddress, roster.Organisation, roster.ExchangeKey), Invitation.Parse(line));
        Assert.Contains(Fingerprint.Of(roster.Organisation), run.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_roster_that_is_still_to_be_signed_invites_too()
    {
        File.Delete(Path.Combine(_made.ConfigFolder, RosterFolder.SignatureName));

        Assert.Equal(0, (await InviteAsync()).Code);
    }

    [Fact]
    public async Task Without_the_organisation_s_key_and_without_a_roster_it_says_both()
    {
        File.Delete(Path.Combine(_made.ConfigFolder, RosterFolder.OrganisationName));
        File.Delete(RosterFile);

        var run = await InviteAsync();

        Assert.Equal((2, ""), (run.Code, run.Data));
        Assert.Equal(
            $"{Path.Combine(_made.ConfigFolder, RosterFolder.OrganisationName)}: is missing\n{RosterFile}: is missing\n"
            + "The first 'intakebot roster sign' writes organisation.pub; members who come before it make their keys with 'intakebot keys new'.\n",
            run.Words);
    }

    [Theory]
    [InlineData("address", "http://hotline.example:8471/v1")]
    [InlineData("address", "http://ada@hotline.example:8471/")]
    [InlineData("address", "ftp://hotline.example/")]
    [InlineData("address", "hotline")]
    [InlineData("publicKey", "")]
    [InlineData("publicKey", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_no_desk_could_ask_is_refused_with_a_sentence(string field, string wrong)
    {
        var json = JsonNode.Parse(await File.ReadAllTextAsync(RosterFile))!;
        json["exchange"]![field] = wrong;
        await File.WriteAllTextAsync(RosterFile, json.ToJsonString());

        var run = await InviteAsync();

        Assert.Equal((2, ""), (run.Code, run.Data));
        Assert.StartsWith($"{RosterFile}: exchange names no server that a desk could ask", run.Words, StringComparison.Ordinal);
    }

    private Task<CliRun> InviteAsync() => CliRun.Of("roster", "invite", "--config", _made.ConfigFolder);
}
