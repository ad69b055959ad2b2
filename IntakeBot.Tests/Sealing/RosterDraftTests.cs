using System.Text.Json.Nodes;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Tests.Sealing;

/// <summary>Places that are left, and keys that are lost, as roster.json remembers them.</summary>
public sealed class RosterDraftTests : IDisposable
{
    private readonly RosterSetup _setup = new();

    public void Dispose() => _setup.Dispose();

    [Fact]
    public void A_place_that_was_left_rests_for_180_days_and_is_then_forgotten()
    {
        var draft = Open();
        Assert.True(draft.Remove("ada", RosterSetup.Today));
        draft.Save();

        Assert.Equal($$"""[{"place":0,"day":"{{RosterSetup.Today}}"}]""", Written()["vacated"]!.ToJsonString());
        Assert.Equal(RosterSetup.Today.Plus(180), Open().RestsUntil(0, RosterSetup.Today.Plus(179)));
        Assert.Equal(1, Open().FreePlace(RosterSetup.Today.Plus(179)));
        Assert.Null(Open().RestsUntil(0, RosterSetup.Today.Plus(180)));
        Assert.Equal(0, Open().FreePlace(RosterSetup.Today.Plus(180)));

        draft = Open();
        draft.Add("carl", "staff", "hotline", _setup.Exchange.Public, 3, recovery: false, RosterSetup.Today.Plus(180));
        draft.Save();
        Assert.False(Written().ContainsKey("vacated"));
    }

    [Fact]
    public void A_rest_is_not_forgotten_by_other_changes()
    {
        var draft = Open();
        _ = draft.Remove("ada", RosterSetup.Today);
        draft.Save();
        draft = Open();
        draft.Add("carl", "staff", "hotline", _setup.Exchange.Public, 3, recovery: false, RosterSetup.Today.Plus(1));
        _ = draft.Remove("ben", RosterSetup.Today.Plus(2));
        draft.EndOn(RosterSetup.Today.Plus(20));
        draft.Save();

        Assert.Equal(
            $$"""[{"place":0,"day":"{{RosterSetup.Today}}"},{"place":2,"day":"{{RosterSetup.Today.Plus(2)}}"}]""", Written()["vacated"]!.ToJsonString());
        Assert.Equal(1, Open().FreePlace(RosterSetup.Today.Plus(2)));
    }

    [Fact]
    public void A_roster_whose_places_rest_is_read_and_an_older_one_without_the_word_too()
    {
        Assert.DoesNotContain("vacated", File.ReadAllText(Path.Combine(_setup.Config, RosterFolder.RosterName)), StringComparison.Ordinal);
        _ = _setup.Good();
        var draft = Open();
        _ = draft.Remove("ben", RosterSetup.Today);
        draft.Save();
        RosterFolder.Sign(_setup.Config, _setup.Organisation);

        Assert.Equal("ada", Assert.Single(_setup.Good().Members).Pseudonym);
    }

    [Fact]
    public void What_may_be_kept_longer_is_written_where_it_is_longer_and_stays_over_other_changes()
    {
        Assert.Equal(SignedDays.Shipped, _setup.Good().Days);
        var days = new SignedDays { ReplyDays = 60, TombstoneDays = 300 };
        var draft = Open();
        draft.Allow(days);
        draft.Save();
        Assert.Equal("""{"replyDays":60,"tombstoneDays":300}""", Written()["retention"]!.ToJsonString());

        draft = Open();
        draft.EndOn(RosterSetup.Today.Plus(20));
        draft.Save();
        RosterFolder.Sign(_setup.Config, _setup.Organisation);

        Assert.Equal(days, Open().Days);
        Assert.Equal(days, _setup.Good().Days);
        draft.Allow(SignedDays.Shipped);
        draft.Save();
        Assert.False(Written().ContainsKey("retention"));
    }

    [Fact]
    public void A_new_key_leaves_place_role_and_desk_as_they_were()
    {
        using var again = Identity.Draw(1, 4);
        var draft = Open();
        Assert.True(draft.Replace("ada", again.Signing.Public, RosterSetup.Today));
        Assert.False(draft.Replace("eve", again.Signing.Public, RosterSetup.Today));
        draft.Save();
        _setup.Publish("ada", again);
        RosterFolder.Sign(_setup.Config, _setup.Organisation);

        var roster = _setup.Good();
        Assert.Equal((8u, 2), (roster.Serial, roster.Members.Count));
        Assert.Equal(
            ((byte)0, "ada", RosterRole.Lead, "hotline", RosterSetup.Today, again.Signing.Public),
            (roster.Members[0].Place, roster.Members[0].Pseudonym, roster.Members[0].Role, roster.Members[0].Desk, roster.Members[0].Since, roster.Members[0].SigningKey));
        Assert.False(Written().ContainsKey("vacated"));
    }

    [Fact]
    public void What_is_added_is_there_since_that_day()
    {
        var draft = Open();
        draft.Add("carl", "staff", "hotline", _setup.Exchange.Public, 3, recovery: false, RosterSetup.Today);
        draft.Save();

        Assert.Equal([null, null, RosterSetup.Today.ToString()], Written()["members"]!.AsArray().Select(m => m!["since"]?.GetValue<string>()));
    }

    private RosterDraft Open()
    {
        var problems = new List<string>();
        return RosterDraft.Open(_setup.Config, problems) ?? throw new InvalidOperationException(problems[0]);
    }

    private JsonObject Written() => JsonNode.Parse(File.ReadAllText(Path.Combine(_setup.Config, RosterFolder.RosterName)))!.AsObject();
}
