using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing;

/// <summary>Whom the Exchange takes a reply from.</summary>
public sealed class SignedReplyTests : IDisposable
{
    private static readonly Day Today = RosterSetup.Today;
    private static readonly Place Mailbox = Place.Random();

    private readonly RosterSetup _setup = new();
    private readonly SealedReply _reply = SealedReply.ThrowAway(Mailbox);

    public void Dispose() => _setup.Dispose();

    [Fact]
    public void Two_members_of_one_desk_may_write_and_one_alone_may_not()
    {
        Assert.Equal(ReplyRefusal.None, Signed(Ada(), Ben()).Refusal(Roster(), Today));
        Assert.Equal(ReplyRefusal.None, Signed(Ben(), Ada()).Refusal(Roster(), Today));
        Assert.Equal(ReplyRefusal.Approvals, Signed(Ada()).Refusal(Roster(), Today));
        Assert.Equal(ReplyRefusal.Approvals, Signed().Refusal(Roster(), Today));
        Assert.Equal(ReplyRefusal.Approvals, Signed(Ada(), Ada()).Refusal(Roster(), Today));
        Assert.Equal(ReplyRefusal.Approvals, Signed(Ada(), Ben(), Ben()).Refusal(Roster(), Today));
    }

    [Fact]
    public void One_is_enough_where_the_organisation_says_so()
    {
        var roster = Roster() with { Approvals = 1 };

        Assert.Equal(ReplyRefusal.None, Signed(Ada()).Refusal(roster, Today));
        Assert.Equal(ReplyRefusal.None, Signed(Ada(), Ben()).Refusal(roster, Today));
        Assert.Equal(ReplyRefusal.Approvals, Signed().Refusal(roster, Today));
    }

    [Fact]
    public void Members_of_two_desks_may_not_write_together()
    {
        var roster = Roster();
        roster = roster with { Members = [roster.Members[0], roster.Members[1] with { Desk = "safeguarding" }] };

        Assert.Equal(ReplyRefusal.Approvals, Signed(Ada(), Ben()).Refusal(roster, Today));
    }

    [Fact]
    public void Who_is_an_auditor_gone_or_at_another_place_does_not_count()
    {
        var roster = Roster();

        Assert.Equal(ReplyRefusal.Signature, Signed(Ada(), Ben()).Refusal(roster.Without([2]), Today));
        Assert.Equal(ReplyRefusal.Signature, Signed(Ada(), Ben() with { RosterPlace = 1 }).Refusal(roster, Today));
        Assert.Equal(ReplyRefusal.Signature, Signed(Ada(), Ada() with { RosterPlace = 2 }).Refusal(roster, Today));
        Assert.Equal(
            ReplyRefusal.Signature,
            Signed(Ada(), Ben()).Refusal(roster with { Members = [roster.Members[0], roster.Members[1] with { Role = RosterRole.Auditor }] }, Today));
    }

    [Fact]
    public void It_counts_for_its_own_mailbox_day_and_text_only()
    {
        var signed = Signed(Ada(), Ben());

        Assert.Equal(ReplyRefusal.Signature, (signed with { Mailbox = Place.Random() }).Refusal(Roster(), Today));
        Assert.Equal(ReplyRefusal.Signature, (signed with { Written = Today.Plus(-1) }).Refusal(Roster(), Today));
        Assert.Equal(ReplyRefusal.Signature, (signed with { Reply = SealedReply.ThrowAway(Mailbox) }).Refusal(Roster(), Today));
        Assert.Equal(ReplyRefusal.Signature, Signed(Ada(), Ben() with { Bytes = new byte[64] }).Refusal(Roster(), Today));
        Assert.Equal(ReplyRefusal.Signature, Signed(Ada(), Ben() with { Bytes = [] }).Refusal(Roster(), Today));
    }

    [Fact]
    public void An_old_one_cannot_be_put_again_and_the_roster_must_count()
    {
        var (signed, roster) = (Signed(Ada(), Ben()), Roster());

        Assert.Equal(ReplyRefusal.None, signed.Refusal(roster, Today.Plus(7)));
        Assert.Equal(ReplyRefusal.Day, signed.Refusal(roster, Today.Plus(8)));
        Assert.Equal(ReplyRefusal.None, signed.Refusal(roster, Today.Plus(-1)));
        Assert.Equal(ReplyRefusal.Day, signed.Refusal(roster, Today.Plus(-2)));
        Assert.Equal(ReplyRefusal.Day, signed.Refusal(roster with { NotAfter = Today.Plus(-1) }, Today));
    }

    private Roster Roster() => _setup.Good();

    private ReplySignature Ada() => SignedReply.Sign(Mailbox, Today, _reply, 0, _setup.Ada.Signing);

    private ReplySignature Ben() => SignedReply.Sign(Mailbox, Today, _reply, 2, _setup.Ben.Signing);

    private SignedReply Signed(params ReplySignature[] signatures) => new() { Mailbox = Mailbox, Written = Today, Reply = _reply, Signatures = signatures };
}
