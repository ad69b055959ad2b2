using System.Text.Json.Nodes;
using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Reading;
using IntakeBot.Core.Sealing;
using IntakeBot.Tests.Sealing;

namespace IntakeBot.Tests.Reading;

/// <summary>A new questionnaire came: what was said before is still read by the one it was asked by.</summary>
public sealed class OlderQuestionnaireTests : IDisposable
{
    private readonly RosterSetup _setup = new();
    private readonly string _before;
    private readonly Membership _first;

    public OlderQuestionnaireTests()
    {
        _first = MembershipCase.Of(_setup);
        _before = Hash();
    }

    public void Dispose()
    {
        _first.Dispose();
        _setup.Dispose();
    }

    [Fact]
    public void An_intake_of_the_questionnaire_before_opens_with_its_answers()
    {
        var (cold, hot) = Intake();
        var membership = Renew(_before);

        var opening = membership.Open(cold, hot);

        Assert.NotEqual(_before, Hash());
        Assert.True(opening.Reading!.QuestionnaireOk);
        Assert.Equal(_first.Questionnaire.Canonical, opening.By!.Questionnaire.Canonical, (a, b) => a.Span.SequenceEqual(b.Span));
        Assert.Equal(Level.U4, opening.Triage!.MayBe);
    }

    [Fact]
    public void One_that_the_roster_lists_no_longer_does_not_count()
    {
        var (cold, hot) = Intake();
        var membership = Renew();

        Assert.False(membership.Open(cold, hot).Reading!.QuestionnaireOk);
    }

    [Fact]
    public void One_whose_files_were_changed_does_not_count()
    {
        var (cold, hot) = Intake();
        OlderQuestionnaires.Keep(_setup.Config);
        File.AppendAllText(Path.Combine(_setup.Config, "older", _before, "questionnaire.yaml"), "# \n");
        var membership = Renew(_before);

        Assert.False(membership.Open(cold, hot).Reading!.QuestionnaireOk);
    }

    /// <summary>The organisation changes a word; the desk keeps what it had, unless it lies there already.</summary>
    private Membership Renew(params string[] older)
    {
        if (!Directory.Exists(Path.Combine(_setup.Config, "older")))
        {
            OlderQuestionnaires.Keep(_setup.Config);
        }

        File.AppendAllText(Path.Combine(_setup.Config, "questionnaire.yaml"), "# another\n");
        _setup.Json["questionnaires"] = new JsonArray([.. older.Append(Hash()).Select(h => JsonValue.Create(h))]);
        _setup.Json["serial"] = 8;
        _setup.Sign();
        var problems = new List<string>();
        return Membership.Read(_setup.Ada, _setup.Config, _setup.Data, RosterSetup.Today, problems) ?? throw new InvalidOperationException(string.Join('\n', problems));
    }

    private string Hash() => Convert.ToHexStringLower(QuestionnaireHash.Of(QuestionnaireFolder.Read(_setup.Config).Value!.Canonical.Span));

    private (ColdRow Cold, HotRow Hot) Intake()
    {
        using var server = new ServerKey(new byte[ServerKey.Size]);
        var heading = new Heading { QuestionnaireHash = Convert.FromHexString(_before), RosterSerial = 7, Language = 0, Day = RosterSetup.Today.Number, Burst = 0 };
        return new IntakeSealer(server).Begin(
            Locator.Draw(RosterSetup.Today), StepKey.Draw(), _first.Roster.RecipientsFor("hotline", RosterSetup.Today)!, default, heading, RosterSetup.Today);
    }
}
