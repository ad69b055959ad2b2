using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing;

/// <summary>A wish on its way from a member to the holder of the organisation's key, and all that may be wrong with it.</summary>
public sealed class RosterProposalTests : IDisposable
{
    private readonly RosterSetup _setup = new();
    private readonly Identity _eve = Identity.Draw(1, 4);

    private string File => Path.Combine(_setup.Data, "proposal.json");

    private StatedKeys Keys => new(_eve.Signing.Public, [.. _eve.Statements()]);

    public static TheoryData<RosterWish> Wishes => [.. Enum.GetValues<RosterWish>()];

    /// <summary>What is signed, changed by its author's program, and what is said of it.</summary>
    public static TheoryData<string, string, string> Odd => new()
    {
        { "\"wish\"", "\"wishes\"", ":1: " },
        { "\"remove\"", "\"Remove\"", ": wishes what this program does not know" },
        { "\"remove\"", "\"add\"", ": wishes what this program does not know" },
        { "\"remove\"", "\"remove\",\"role\":\"king\"", ": wishes what this program does not know" },
        { "\"remove\"", "\"remove\",\"desk\":\"hotline\"", ": wishes what this program does not know" },
        { "\"remove\"", "\"replace\",\"member\":{\"signingKey\":\"x\",\"epochs\":[]}", ": signingKey is not a public key" },
        { "\"serial\":7", "\"serial\":8", ": was made for roster 8, and here is roster 7" },
        { "\"proposer\":\"ben\"", "\"proposer\":\"ada\"", ": is not signed by ada, whom it names" },
        { "\"proposer\":\"ben\"", "\"proposer\":\"carl\"", ": who proposes it is not staff or lead in this roster" },
        { "\"proposer\":\"ben\"", "\"proposer\":\"\\u001b[2J\"", ": who proposes it is not staff or lead in this roster" },
        { "\"pseudonym\"", "\"\\u001b[2J\"", ":1: " },
    };

    public void Dispose()
    {
        _eve.Dispose();
        _setup.Dispose();
    }

    [Theory]
    [MemberData(nameof(Wishes))]
    public void What_is_wished_arrives(RosterWish wish)
    {
        var proposal = Proposal(wish);
        System.IO.File.WriteAllBytes(File, RosterProposalFile.Encode(proposal, _setup.Ben.Signing));

        var read = Read(out var problems);

        Assert.Empty(problems);
        Assert.Equal(proposal with { Keys = null }, read! with { Keys = null });
        Assert.Equal(proposal.Keys?.Encode(), read.Keys?.Encode());
        Assert.True(read.IsWhole);
    }

    [Theory]
    [MemberData(nameof(Odd))]
    public void What_is_not_whole_or_not_the_proposers_word_is_refused_in_one_sentence(string old, string changed, string problem)
    {
        var text = "{\"serial\":7,\"proposer\":\"ben\",\"wish\":\"remove\",\"pseudonym\":\"ada\"}";
        Assert.Contains(old, text, StringComparison.Ordinal);
        Sign(text);
        Assert.NotNull(Read(out _));

        Sign(text.Replace(old, changed, StringComparison.Ordinal));

        Assert.Null(Read(out var problems));
        Assert.StartsWith(File + problem, Assert.Single(problems), StringComparison.Ordinal);
        Assert.DoesNotContain(problems[0], char.IsControl);
    }

    [Fact]
    public void One_changed_byte_of_what_is_signed_and_it_is_nobodys_word()
    {
        Sign("{\"serial\":7,\"proposer\":\"ben\",\"wish\":\"remove\",\"pseudonym\":\"ada\"}");
        var file = JsonNode.Parse(System.IO.File.ReadAllText(File))!;
        file["proposal"] = Base64Url.EncodeToString("{\"serial\":7,\"proposer\":\"ben\",\"wish\":\"remove\",\"pseudonym\":\"adb\"}"u8);
        System.IO.File.WriteAllText(File, file.ToJsonString());

        Assert.Null(Read(out var problems));
        Assert.StartsWith($"{File}: is not signed by ben", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"proposal":"e30","signature":"AA","more":1}""")]
    [InlineData("""{"proposal":"e30="}""")]
    [InlineData("""{"proposal":"e30=","signature":"AA"}""")]
    [InlineData("[]")]
    [InlineData("")]
    public void A_file_that_no_desk_makes_is_refused_in_one_sentence(string text)
    {
        System.IO.File.WriteAllText(File, text);

        Assert.Null(Read(out var problems));
        Assert.Single(problems);
    }

    [Fact]
    public void An_auditor_proposes_nothing()
    {
        _setup.Members[1]!["role"] = "auditor";
        _setup.Sign();
        Sign("{\"serial\":7,\"proposer\":\"ben\",\"wish\":\"remove\",\"pseudonym\":\"ada\"}");

        Assert.Null(Read(out var problems));
        Assert.Contains("is not staff or lead", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_that_the_new_member_did_not_sign_is_refused()
    {
        var forged = Keys with { Statements = [.. _setup.Ada.Statements()] };
        System.IO.File.WriteAllBytes(File, RosterProposalFile.Encode(Proposal(RosterWish.Replace) with { Keys = forged }, _setup.Ben.Signing));

        Assert.Null(Read(out var problems));
        Assert.Contains("is not signed by the member", problems[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RosterWish.Add, "eve", "hotline", null)]
    [InlineData(RosterWish.Add, "Eve", "hotline", ProposalFlaw.NotAName)]
    [InlineData(RosterWish.Add, "../eve", "hotline", ProposalFlaw.NotAName)]
    [InlineData(RosterWish.Add, "ada", "hotline", ProposalFlaw.PseudonymTaken)]
    [InlineData(RosterWish.Add, "eve", "nowhere", ProposalFlaw.NoSuchDesk)]
    [InlineData(RosterWish.Replace, "ada", null, null)]
    [InlineData(RosterWish.Replace, "eve", null, ProposalFlaw.NotAMember)]
    [InlineData(RosterWish.Remove, "ada", null, null)]
    [InlineData(RosterWish.Remove, "eve", null, ProposalFlaw.NotAMember)]
    public void What_cannot_be_done_to_the_roster_is_known_before(RosterWish wish, string pseudonym, string? desk, ProposalFlaw? flaw)
    {
        var draft = RosterDraft.Open(_setup.Config, [])!;

        Assert.Equal(flaw, (Proposal(wish) with { Pseudonym = pseudonym, Desk = desk }).FlawIn(draft.Members, draft.Desks));
    }

    [Theory]
    [InlineData(RosterWish.Add, "eve")]
    [InlineData(RosterWish.Replace, "ada")]
    public void Nobody_gets_a_key_that_a_member_has(RosterWish wish, string pseudonym)
    {
        var draft = RosterDraft.Open(_setup.Config, [])!;
        var proposal = Proposal(wish) with { Pseudonym = pseudonym, Keys = new(_setup.Ben.Signing.Public, []) };

        Assert.Equal(ProposalFlaw.KeyTaken, proposal.FlawIn(draft.Members, draft.Desks));
    }

    private RosterProposal Proposal(RosterWish wish) => new()
    {
        Serial = 7,
        Proposer = "ben",
        Wish = wish,
        Pseudonym = wish is RosterWish.Add ? "eve" : "ada",
        Role = wish is RosterWish.Add ? RosterRole.Lead : null,
        Desk = wish is RosterWish.Add ? "hotline" : null,
        Keys = wish is RosterWish.Remove ? null : Keys,
    };

    private void Sign(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var file = new JsonObject
        {
            ["proposal"] = Base64Url.EncodeToString(bytes),
            ["signature"] = Base64Url.EncodeToString(_setup.Ben.Signing.Sign("roster proposal", bytes)),
        };
        System.IO.File.WriteAllText(File, file.ToJsonString());
    }

    private RosterProposal? Read(out List<string> problems) => RosterProposalFile.Read(File, RosterDraft.Open(_setup.Config, [])!, problems = []);
}
