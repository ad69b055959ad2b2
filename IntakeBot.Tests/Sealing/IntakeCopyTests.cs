using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing;

public sealed class IntakeCopyTests
{
    private static readonly Day Today = new(20_700);
    private static readonly Heading Heading = new() { QuestionnaireHash = new byte[20], RosterSerial = 3, Language = 1, Day = Today.Number, Burst = 0 };

    [Fact]
    public void What_leads_back_to_her_is_never_in_it()
    {
        using var partner = EpochSecret.Draw();
        var all = Slot.All.ToDictionary(s => s, s => (byte[]?)[1, s.Number]);

        var (cold, hot) = IntakeCopy.Seal(Heading, all, partner.Public, 9, Today);

        var opened = Assert.IsType<Opening.Opened>(IntakeOpener.Open(cold, hot, partner, IntakeCopy.RecipientPlace));
        using var key = opened.Case;
        Assert.Equal(Heading.Encode(), opened.Slots[Slot.Heading]);
        Assert.Equal([Slot.Mailbox, Slot.Reserved[0]], Slot.All.Where(s => opened.Slots[s] is [0]));
        Assert.All(Slot.All.Except([Slot.Heading, Slot.Mailbox, Slot.Reserved[0]]), s => Assert.Equal([1, s.Number], opened.Slots[s]));
        Assert.Equal((9U, Today.Plus(Format.DaysKept)), (cold.Epoch, cold.Expires));
    }

    [Fact]
    public void Two_copies_of_one_intake_have_nothing_in_common()
    {
        using var partner = EpochSecret.Draw();
        var one = IntakeCopy.Seal(Heading, new Dictionary<Slot, byte[]?>(), partner.Public, 9, Today);
        var other = IntakeCopy.Seal(Heading, new Dictionary<Slot, byte[]?>(), partner.Public, 9, Today);

        Assert.NotEqual(one.Cold.Place, other.Cold.Place);
        Assert.NotEqual(one.Cold.RemoveHash, other.Cold.RemoveHash);
        Assert.IsType<Opening.NotForUs>(IntakeOpener.Open(one.Cold, one.Hot, EpochSecret.Draw(), IntakeCopy.RecipientPlace));
    }
}
