using IntakeBot.Core.Intakes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing;

public sealed class RosterTests : IDisposable
{
    private readonly RosterSetup _setup = new();

    public void Dispose() => _setup.Dispose();

    [Fact]
    public void A_good_roster_is_read_and_seals_to_its_members_at_their_places()
    {
        var roster = _setup.Good();

        var recipients = roster.RecipientsFor("hotline", RosterSetup.Today)!;

        Assert.Equal(1u, recipients.Epoch);
        Assert.Equal(7u, recipients.RosterSerial);
        Assert.Equal([true, false, true, false], recipients.Places.Select(p => p is not null));
        Assert.Equal(_setup.Ben.EpochSecretOf(1)!.Public.Bytes, recipients.Places[2]!.Bytes);
        Assert.Null(roster.RecipientsFor("safeguarding", RosterSetup.Today));
        Assert.Empty(roster.Warnings(RosterSetup.Today));
    }

    [Fact]
    public void What_is_sealed_to_a_roster_is_opened_by_its_members_only()
    {
        using var server = new ServerKey(new byte[ServerKey.Size]);
        using var stranger = Identity.Draw(1, 1);
        var heading = new Heading { QuestionnaireHash = new byte[20], RosterSerial = 7, Language = 0, Day = RosterSetup.Today.Number, Burst = 0 };
        var (cold, hot) = new IntakeSealer(server).Begin(
            Locator.Draw(RosterSetup.Today), StepKey.Draw(), _setup.Good().RecipientsFor("hotline", RosterSetup.Today)!, default, heading, RosterSetup.Today);

        Assert.IsType<Opening.Opened>(IntakeOpener.Open(cold, hot, _setup.Ben.EpochSecretOf(cold.Epoch)!, 2));
        Assert.IsType<Opening.NotForUs>(IntakeOpener.Open(cold, hot, stranger.EpochSecretOf(1)!, 2));
    }

    [Fact]
    public void An_auditor_gets_no_stanza_and_needs_no_keys()
    {
        using var carl = Identity.Draw(1, 0);
        _setup.Members.Add(RosterSetup.Entry(3, "carl", "auditor", carl));
        _setup.Sign();

        var roster = _setup.Good();

        Assert.Null(roster.RecipientsFor("hotline", RosterSetup.Today)!.Places[3]);
        Assert.Equal("carl", roster.Find(carl.Signing.Public)!.Pseudonym);
    }

    [Fact]
    public void After_its_last_day_a_roster_that_is_still_in_memory_seals_to_nobody()
    {
        var roster = _setup.Good();

        Assert.NotNull(roster.RecipientsFor("hotline", roster.NotAfter));
        Assert.Null(roster.RecipientsFor("hotline", roster.NotAfter.Plus(1)));
    }

    [Fact]
    public void Epochs_are_counted_from_the_start_day_on()
    {
        var roster = _setup.Good();

        Assert.Equal(0u, roster.EpochOf(RosterSetup.Today.Plus(-3)));
        Assert.Equal(1u, roster.EpochOf(RosterSetup.Today.Plus(-2)));
        Assert.Equal(1u, roster.EpochOf(RosterSetup.Today.Plus(25)));
        Assert.Equal(2u, roster.EpochOf(RosterSetup.Today.Plus(26)));
    }

    [Fact]
    public void It_warns_of_what_will_stop_it_before_it_does()
    {
        _setup.Members.RemoveAt(1);
        _setup.Sign();
        var roster = _setup.Good();

        Assert.Equal(["desk hotline: ada alone can open what is sealed to it, and one lost key would lose everything said; add a second member or a recovery key"], roster.Warnings(RosterSetup.Today));
        Assert.Equal(
            [
                "desk hotline: ada alone can open what is sealed to it, and one lost key would lose everything said; add a second member or a recovery key",
                $"the roster ends on {roster.NotAfter}: have the next one signed",
                $"ada: renew by {roster.Epochs.LastDayOf(4)}, the last day for which there are keys; the member runs 'intakebot keys renew', then 'intakebot roster add' takes the public file",
            ],
            roster.Warnings(RosterSetup.Today.Plus(85)));
    }

    [Fact]
    public void A_member_without_a_key_for_today_is_a_warning_and_gets_a_throw_away_stanza()
    {
        using var late = Identity.Draw(2, 3);
        _setup.Members.Add(RosterSetup.Entry(1, "late", "staff", late));
        _setup.Publish("late", late);
        _setup.Sign();
        var roster = _setup.Good();

        Assert.Equal(
            [
                "late has no key for the current epoch 1, and what is sealed now will never open for them; "
                + "the member runs 'intakebot keys renew', then 'intakebot roster add' takes the public file",
            ],
            roster.Warnings(RosterSetup.Today));
        Assert.Equal([true, false, true, false], roster.RecipientsFor("hotline", RosterSetup.Today)!.Places.Select(p => p is not null));
    }

    [Fact]
    public void An_epoch_that_begins_while_the_roster_is_in_memory_is_sealed_to_by_its_own_keys()
    {
        using var late = Identity.Draw(2, 3);
        _setup.Members.Add(RosterSetup.Entry(1, "late", "staff", late));
        _setup.Publish("late", late);
        _setup.Sign();

        var next = _setup.Good().RecipientsFor("hotline", RosterSetup.Today.Plus(26))!;

        Assert.Equal(2u, next.Epoch);
        Assert.Equal(_setup.Ada.EpochSecretOf(2)!.Public.Bytes, next.Places[0]!.Bytes);
        Assert.Equal(late.EpochSecretOf(2)!.Public.Bytes, next.Places[1]!.Bytes);
    }

    [Fact]
    public void Who_is_left_alone_by_a_colleague_without_a_key_is_named()
    {
        using var late = Identity.Draw(2, 3);
        _setup.Members[1]!["signingKey"] = late.Signing.Public.ToString();
        _setup.Publish("ben", late);
        _setup.Sign();

        Assert.StartsWith("desk hotline: ada alone can open", _setup.Good().Warnings(RosterSetup.Today)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_day_of_its_own_a_member_is_there_since_the_first_epoch()
    {
        _setup.Members[1]!["since"] = RosterSetup.Today.ToString();
        _setup.Sign();

        Assert.Equal([RosterSetup.Today.Plus(-30), RosterSetup.Today], _setup.Good().Members.Select(m => m.Since));
    }

    [Fact]
    public void A_second_desk_without_members_stops_nothing_until_a_form_asks_for_it()
    {
        Assert.Empty(_setup.Problems("hotline"));
        Assert.Equal(
            ["config/roster.json: nobody could open what is said to desk 'safeguarding'; add a member who is not an auditor"],
            _setup.Problems("hotline", "safeguarding"));
    }

    [Fact]
    public void Its_questionnaires_are_found_by_their_hash()
    {
        var roster = _setup.Good();

        Assert.True(roster.ListsQuestionnaire(Convert.FromHexString(new string('a', 40))));
        Assert.False(roster.ListsQuestionnaire(new byte[20]));
    }

    [Fact]
    public void A_fingerprint_is_twenty_digits_and_of_that_key_alone()
    {
        var fingerprint = Fingerprint.Of(_setup.Organisation.Public);

        Assert.Matches(@"^\d{4}( \d{4}){4}$", fingerprint);
        Assert.NotEqual(fingerprint, Fingerprint.Of(_setup.Exchange.Public));
    }
}
