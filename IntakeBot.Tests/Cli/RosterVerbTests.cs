using IntakeBot.Cli;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Cli;

/// <summary>Members who come, go and lose their keys, as the holder of the organisation's key types it.</summary>
public sealed class RosterVerbTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Throwaway _made;
    private readonly Day _today = Day.Today(TimeProvider.System);

    public RosterVerbTests() => _made = Throwaway.Make(_folder.Of("try"), ArgonProfile.Tiny, TimeProvider.System);

    public void Dispose() => _folder.Dispose();

    private string RosterFile => Path.Combine(_made.ConfigFolder, "roster.json");

    [Fact]
    public async Task Who_lost_the_key_gets_a_new_one_at_the_same_place()
    {
        var key = Publish("again");

        var replaced = await Roster("replace", "staff-2", _folder.Of("again.json"));

        Assert.Equal((0, "staff-2 replaced\n"), (replaced.Code, replaced.Data));
        Assert.Contains(Fingerprint.Of(key), replaced.Words, StringComparison.Ordinal);
        Assert.Equal(0, (await SignAsync()).Code);
        var member = RosterFolder.Read(_made.ConfigFolder, _made.DataFolder, _today, "hotline").Roster!.Members[1];
        Assert.Equal((1, "staff-2", key, _today), (member.Place, member.Pseudonym, member.SigningKey, member.Since));
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_replacement_is_told_at_once_and_nothing_written()
    {
        var before = Snapshot();
        var own = Path.Combine(_made.ConfigFolder, "members", "staff-1.json");

        var replaced = await Roster("replace", "eve", own);
        var missing = await Roster("replace", "staff-1", _folder.Of("nowhere.json"));

        Assert.Equal(2, replaced.Code);
        Assert.Equal(
            "eve: is not a member; a new one is added with 'intakebot roster add'\n"
            + $"{own}: a member has this signing key already; make a new identity with 'intakebot keys new'\n",
            replaced.Words);
        Assert.Equal((2, $"{_folder.Of("nowhere.json")}: is missing\n"), (missing.Code, missing.Words));
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public async Task A_place_that_was_just_left_is_given_to_nobody()
    {
        _ = Publish("ada");
        _ = await Roster("remove", "staff-1", "--yes");
        var before = Snapshot();

        var wanted = await Roster("add", _folder.Of("ada.json"), "--pseudonym", "ada", "--place", "0");
        Assert.Equal(2, wanted.Code);
        Assert.Equal(
            $"Place 0 rests until {_today.Plus(180)} because a member has left it; name another one, or none for the lowest that is free.\n", wanted.Words);
        Assert.Equal(before, Snapshot());

        var added = await Roster("add", _folder.Of("ada.json"), "--pseudonym", "ada");
        Assert.Equal((0, "ada place 4\n"), (added.Code, added.Data));
        Assert.Equal(0, (await SignAsync()).Code);
        var roster = RosterFolder.Read(_made.ConfigFolder, _made.DataFolder, _today, "hotline").Roster!;
        Assert.Equal([(1, "staff-2"), (2, "staff-3"), (3, "staff-4"), (4, "ada")], roster.Members.Select(m => ((int)m.Place, m.Pseudonym)));
    }

    [Fact]
    public async Task Where_every_place_is_taken_or_rests_nobody_is_added()
    {
        foreach (var name in new[] { "ada", "ben", "dora", "emil" })
        {
            _ = Publish(name);
            Assert.Equal(0, (await Roster("add", _folder.Of($"{name}.json"), "--pseudonym", name)).Code);
        }

        _ = await Roster("remove", "ben", "--yes");
        _ = Publish("carl");
        var added = await Roster("add", _folder.Of("carl.json"), "--pseudonym", "carl");

        Assert.Equal(2, added.Code);
        Assert.StartsWith("All places of the roster are taken, or rest", added.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_without_a_key_for_today_is_a_warning_in_check_roster_check_roster_show_and_roster_sign()
    {
        const string Warning = "staff-2 has no key for the current epoch";
        var epoch = EpochCalendar.Default.EpochOf(_today);
        using var late = Identity.Draw(epoch + 1, 4);
        File.WriteAllBytes(_folder.Of("late.json"), MemberFile.Encode(late));
        _ = await Roster("replace", "staff-2", _folder.Of("late.json"));

        var signed = await SignAsync();
        var check = await CliRun.Of("check", "--offline", "--config", _made.ConfigFolder, "--data", _made.DataFolder);
        var rosterCheck = await Roster("check", "--data", _made.DataFolder);
        var show = await Roster("show", "--data", _made.DataFolder);

        Assert.Equal(0, signed.Code);
        Assert.Contains($"warning {Warning}", signed.Words, StringComparison.Ordinal);
        Assert.Contains($"warning {Warning}", check.Data, StringComparison.Ordinal);
        Assert.DoesNotContain("problem " + _made.ConfigFolder, check.Data, StringComparison.Ordinal);
        Assert.Equal(0, rosterCheck.Code);
        Assert.Contains($"warning {Warning}", rosterCheck.Data, StringComparison.Ordinal);
        Assert.Contains("warning desk hotline: staff-1 alone can open what is sealed to it, and one lost key would lose everything said", rosterCheck.Data, StringComparison.Ordinal);
        Assert.Equal(0, show.Code);
        Assert.Contains($"warning {Warning}", show.Words, StringComparison.Ordinal);
    }

    private VerifyKey Publish(string name)
    {
        using var identity = Identity.Draw(EpochCalendar.Default.EpochOf(_today), 4);
        File.WriteAllBytes(_folder.Of($"{name}.json"), MemberFile.Encode(identity));
        return identity.Signing.Public;
    }

    private Task<CliRun> Roster(params string[] more) => CliRun.Of(["roster", .. more, "--config", _made.ConfigFolder]);

    private Task<CliRun> SignAsync() => Roster("sign", "--key", Path.Combine(_made.KeysFolder, "organisation.key"), "--yes");

    private List<string> Snapshot() =>
        [.. Directory.EnumerateFiles(_made.ConfigFolder, "*", SearchOption.AllDirectories).Order().Select(f => $"{f} {File.ReadAllText(f)}")];
}
