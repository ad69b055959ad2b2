using IntakeBot.Core.Intakes;
using IntakeBot.Core.Questionnaires;
using IntakeBot.Core.Sealing;

namespace IntakeBot.Core.Reading;

/// <summary>A staff member at work: her identity, what the roster says of her, and the questionnaire that she reads with. Opens sealed rows; asks nobody.</summary>
public sealed class Membership : IDisposable
{
    private readonly byte[] _hash;

    private Membership(Identity identity, Roster roster, RosterMember member, Questionnaire questionnaire)
    {
        (Identity, Roster, Member, Questionnaire) = (identity, roster, member, questionnaire);
        _hash = QuestionnaireHash.Of(questionnaire.Canonical.Span);
        Form = questionnaire.Forms.FirstOrDefault(f => f.Desk == member.Desk) ?? questionnaire.Main;
    }

    public Identity Identity { get; }

    public Roster Roster { get; }

    public RosterMember Member { get; }

    public Questionnaire Questionnaire { get; }

    /// <summary>The form of the member's desk.</summary>
    public Form Form { get; }

    /// <summary>Null, and every reason added, where a file is wrong or the roster does not name this identity; which is then still the caller's.</summary>
    public static Membership? Read(Identity identity, string configFolder, string dataFolder, Day today, ICollection<string> problems)
    {
        var questionnaire = QuestionnaireFolder.Read(configFolder);
        var roster = RosterFolder.Read(configFolder, dataFolder, today);
        foreach (var problem in questionnaire.Problems.Select(p => Path.Combine(configFolder, p.ToString())).Concat(roster.Problems))
        {
            problems.Add(problem);
        }

        var member = roster.Roster?.Find(identity.Signing.Public);
        if (roster.Roster is not null && member is null)
        {
            problems.Add($"{Path.Combine(configFolder, RosterFolder.RosterName)}: this identity ({Fingerprint.Of(identity.Signing.Public)}) is not in it");
        }

        return problems.Count > 0 || member is null || questionnaire.Value is null ? null : new(identity, roster.Roster!, member, questionnaire.Value);
    }

    /// <summary>Without a reading where it is for others, or damaged.</summary>
    public IntakeOpening Open(ColdRow cold, HotRow hot)
    {
        if (Identity.EpochSecretOf(cold.Epoch) is not { } secret || IntakeOpener.Open(cold, hot, secret, Member.Place) is not Opening.Opened opened)
        {
            return new(cold.Place, null);
        }

        var reading = IntakeReading.Of(opened.Slots, Questionnaire, Form, _hash);
        return new(cold.Place, reading) { Key = opened.Case, Triage = Triage.Of(reading, Questionnaire, Form) };
    }

    /// <summary>Somebody else of this desk who may open what is sealed to it; null, and the reason added, where there is none of that name.</summary>
    public RosterMember? Colleague(string pseudonym, ICollection<string> problems)
    {
        var member = Roster.Members.FirstOrDefault(m => m.Pseudonym == pseudonym);
        var wrong = member switch
        {
            null => "is not in the roster",
            { IsRecipient: false } => "is an auditor and opens nothing",
            _ when member.Place == Member.Place => "is you",
            _ when member.Desk != Member.Desk => $"is at desk {member.Desk}, and you are at {Member.Desk}",
            _ => null,
        };
        if (wrong is null)
        {
            return member;
        }

        problems.Add($"{pseudonym}: {wrong}; 'intakebot roster show' lists the members");
        return null;
    }

    public void Dispose() => Identity.Dispose();
}
