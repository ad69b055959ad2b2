using IntakeBot.Cli;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Support;

namespace IntakeBot.Tests.Cli;

/// <summary>What members propose, as the holder of the organisation's key takes it.</summary>
public sealed class RosterTakeTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Throwaway _made;
    private readonly Identity _new;
    private readonly Day _today = Day.Today(TimeProvider.System);

    public RosterTakeTests()
    {
        _made = Throwaway.Make(_folder.Of("try"), ArgonProfile.Tiny, TimeProvider.System);
        _new = Identity.Draw(EpochCalendar.Default.EpochOf(_today), 4);
    }

    private string File => _folder.Of("proposal.json");

    public void Dispose()
    {
        _new.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_member_is_added_where_a_place_is_free_and_counts_once_it_is_signed()
    {
        Propose(RosterWish.Add, "ada");

        var taken = await Roster("take", File, "--yes");

        Assert.Equal((0, "ada added\n"), (taken.Code, taken.Data));
        Assert.Contains($"staff-1 proposes for roster 2, signed with the key {FingerprintOf(0)}:", taken.Words, StringComparison.Ordinal);
        Assert.Contains("Add ada as lead at desk hotline.", taken.Words, StringComparison.Ordinal);
        Assert.Contains($"Compare by voice with ada: {Fingerprint.Of(_new.Signing.Public)}", taken.Words, StringComparison.Ordinal);
        var member = (await SignedAsync()).Members[4];
        Assert.Equal((4, "ada", RosterRole.Lead, "hotline", _new.Signing.Public, _today), (member.Place, member.Pseudonym, member.Role, member.Desk, member.SigningKey, member.Since));
        Assert.Equal(4, member.EpochKeys.Count);
    }

    [Fact]
    public async Task A_lost_key_is_replaced_at_the_same_place()
    {
        Propose(RosterWish.Replace, "staff-2");

        var taken = await Roster("take", File, "--yes");

        Assert.Equal((0, "staff-2 replaced\n"), (taken.Code, taken.Data));
        Assert.Contains($"Give staff-2 a new key, in place of {FingerprintOf(1)}.", taken.Words, StringComparison.Ordinal);
        Assert.Contains($"Compare by voice with staff-2: {Fingerprint.Of(_new.Signing.Public)}", taken.Words, StringComparison.Ordinal);
        var member = (await SignedAsync()).Members[1];
        Assert.Equal((1, "staff-2", _new.Signing.Public), (member.Place, member.Pseudonym, member.SigningKey));
    }

    [Fact]
    public async Task Who_leaves_is_removed_and_the_place_rests()
    {
        Propose(RosterWish.Remove, "staff-2");

        var taken = await Roster("take", File, "--yes");

        Assert.Equal((0, "staff-2 removed\n"), (taken.Code, taken.Data));
        Assert.Contains($"Remove staff-2, whose key is {FingerprintOf(1)}.", taken.Words, StringComparison.Ordinal);
        Assert.Equal(["staff-1", "staff-3", "staff-4"], (await SignedAsync()).Members.Select(m => m.Pseudonym));
        Assert.NotNull(RosterDraft.Open(_made.ConfigFolder, [])!.RestsUntil(1, _today));
    }

    [Fact]
    public async Task Without_a_yes_it_is_shown_and_nothing_is_changed()
    {
        Propose(RosterWish.Replace, "staff-2");
        var before = Snapshot();

        var taken = await Roster("take", File);

        Assert.Equal((2, ""), (taken.Code, taken.Data));
        Assert.Contains("Give staff-2 a new key", taken.Words, StringComparison.Ordinal);
        Assert.Equal(before, Snapshot());
    }

    /// <summary>The roster is another one by then, so its author has to look at it again.</summary>
    [Fact]
    public async Task A_proposal_counts_once()
    {
        Propose(RosterWish.Remove, "staff-2");
        _ = await Roster("take", File, "--yes");
        var before = Snapshot();

        var again = await Roster("take", File, "--yes");

        Assert.Equal((2, $"{File}: was made for roster 2, and here is roster 3; have it made again at a desk that has this one\n"), (again.Code, again.Words));
        Assert.Equal(before, Snapshot());
    }

    [Theory]
    [InlineData(RosterWish.Add, "staff-2", "staff-2 is a member already")]
    [InlineData(RosterWish.Add, "../x", "the pseudonym in it is not made of a-z, 0-9 and -, 32 at most")]
    [InlineData(RosterWish.Replace, "ada", "ada is not a member")]
    [InlineData(RosterWish.Remove, "ada", "ada is not a member")]
    public async Task What_cannot_be_done_is_told_in_one_sentence_and_nothing_written(RosterWish wish, string pseudonym, string problem)
    {
        Propose(wish, pseudonym);
        var before = Snapshot();

        var taken = await Roster("take", File, "--yes");

        Assert.Equal((2, "", $"{File}: {problem}\n"), (taken.Code, taken.Data, taken.Words));
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public async Task Where_no_place_is_free_nobody_is_added()
    {
        var draft = RosterDraft.Open(_made.ConfigFolder, [])!;
        while (draft.FreePlace(_today) is { } place)
        {
            using var key = SigningKey.Draw();
            draft.Add($"more-{place}", "auditor", "hotline", key.Public, place, recovery: false, _today);
        }

        draft.Save();
        Propose(RosterWish.Add, "ada");
        var before = Snapshot();

        var taken = await Roster("take", File, "--yes");

        Assert.Equal(2, taken.Code);
        Assert.StartsWith("All places of the roster are taken, or rest", taken.Words, StringComparison.Ordinal);
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public async Task What_is_no_proposal_is_refused_in_one_sentence()
    {
        var missing = await Roster("take", _folder.Of("nowhere.json"), "--yes");
        System.IO.File.WriteAllBytes(File, MemberFile.Encode(_new));
        var other = await Roster("take", File, "--yes");

        Assert.Equal((2, $"{_folder.Of("nowhere.json")}: is missing\n"), (missing.Code, missing.Words));
        Assert.Equal((2, 1), (other.Code, other.Words.Count(c => c == '\n')));
    }

    private void Propose(RosterWish wish, string pseudonym)
    {
        using var proposer = IdentityFile.Read(_made.Members[0].IdentityFile, _made.Passphrase, [])!;
        var proposal = new RosterProposal
        {
            Serial = RosterDraft.Open(_made.ConfigFolder, [])!.Serial,
            Proposer = "staff-1",
            Wish = wish,
            Pseudonym = pseudonym,
            Role = wish is RosterWish.Add ? RosterRole.Lead : null,
            Desk = wish is RosterWish.Add ? "hotline" : null,
            Keys = wish is RosterWish.Remove ? null : new(_new.Signing.Public, [.. _new.Statements()]),
        };
        System.IO.File.WriteAllBytes(File, RosterProposalFile.Encode(proposal, proposer.Signing));
    }

    private string FingerprintOf(int member)
    {
        using var identity = IdentityFile.Read(_made.Members[member].IdentityFile, _made.Passphrase, [])!;
        return Fingerprint.Of(identity.Signing.Public);
    }

    private async Task<Roster> SignedAsync()
    {
        Assert.Equal(0, (await Roster("sign", "--key", Path.Combine(_made.KeysFolder, "organisation.key"), "--yes")).Code);
        return RosterFolder.Read(_made.ConfigFolder, _made.DataFolder, _today, "hotline").Roster!;
    }

    private Task<CliRun> Roster(params string[] more) => CliRun.Of(["roster", .. more, "--config", _made.ConfigFolder]);

    private List<string> Snapshot() =>
        [.. Directory.EnumerateFiles(_made.ConfigFolder, "*", SearchOption.AllDirectories).Order().Select(f => $"{f} {System.IO.File.ReadAllText(f)}")];
}
